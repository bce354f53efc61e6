// Package timex finds the time expressions of English, French and Chinese prose.
package timex
