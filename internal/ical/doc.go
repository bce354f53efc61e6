// Package ical knows iCalendar (RFC 5545): how calendars of whole days are
// written so that every program takes them, and how those of others are taken
// apart.
//
// What [Event.Write] writes between [Calendar.Begin] and [End] are days, never
// times: what happened on a day did so in the time of its place, and a calendar
// that turned it into an instant would show it on the wrong day half a world
// away. Lines end with carriage return
// and line feed and are folded at 75 octets between characters. [Parse] reads
// content lines back with their places; what dates and texts in them mean for a
// timeline is for package interchange to say.
package ical
