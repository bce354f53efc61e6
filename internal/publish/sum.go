package publish

import (
	"hash/crc32"
	"hash/fnv"
	"path"
	"slices"
)

// Sum stands for the names and bytes of all files of a directory, the marker
// left out. It finds what was lost, torn or changed by mistake; it is no guard
// against somebody who wants to deceive, who could as well change the site.
type Sum uint64

var castagnoli = crc32.MakeTable(crc32.Castagnoli) // which processors know by themselves

// sumOf is the share of one file. The sum of all is that of their shares, so
// that they can come in any order.
func sumOf(name string, data []byte) Sum {
	return share(name, crc32.Checksum(data, castagnoli), len(data))
}

func share(name string, check uint32, size int) Sum {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // never fails
	x := h.Sum64() ^ uint64(check)<<32 ^ uint64(size)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return Sum(x ^ x>>31)
}

// Sum returns what stands for the files that were put.
func (s *Stage) Sum() Sum {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sum
}

// Names returns the names of the files that the directory holds, or nil where
// it has to be replaced even if every file in it stays.
func (s *Stage) Names() []string {
	if s.before.stale {
		return nil
	}
	names := make([]string, 0, len(s.before.files))
	for name := range s.before.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Share returns a file's share of the directory's sum, as it lies there. It may
// be called from several goroutines at once.
func (s *Stage) Share(name string) (Sum, error) {
	f, err := s.folder(s.old, name)
	if err != nil {
		return 0, err
	}
	return f.sum(path.Base(name), name, s.modes)
}
