// Package interchange knows how other programs write timelines: the tables of
// this site itself (events.csv), TimelineJS as JSON and as the table its
// makers' spreadsheet gives, Markwhen, and iCalendar.
//
// [Read] turns a file of one of these into [Draft] seeds: what an editor would
// have written by hand. What cannot be read is told at its place in the file
// and left out; nothing is guessed. A date keeps the precision that the file
// gives it.
//
// events.csv goes both ways. Its columns stand in one table ([Columns]), which
// the writing and the reading follow, and which the data page and the data
// package show. A column is carried when a seed holds it: what is read from
// the table, written as seeds and built again gives the same cell. The others
// follow from these (start, end, url) or are the program's own findings
// (status, confidence, planned), which an editor's seed has not.
package interchange
