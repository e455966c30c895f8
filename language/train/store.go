package main

// store numbers the 32-bit hashes that it is given, densely and in order of
// arrival: the rows of a model in training.
type store struct {
	keys []uint32
	ids  []int32 // id + 1; 0 is free
	list []uint32
}

func newStore() *store { return &store{keys: make([]uint32, 1<<16), ids: make([]int32, 1<<16)} }

// find returns the number of h, or -1.
func (s *store) find(h uint32) int32 {
	mask := uint32(len(s.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s.ids[i] == 0 {
			return -1
		}
		if s.keys[i] == h {
			return s.ids[i] - 1
		}
	}
}

// add returns the number of h, a new one if need be.
func (s *store) add(h uint32) int32 {
	if len(s.list)*2 >= len(s.keys) {
		s.grow()
	}
	return s.put(h, int32(len(s.list)))
}

func (s *store) put(h uint32, id int32) int32 {
	mask := uint32(len(s.keys) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if s.ids[i] == 0 {
			s.keys[i], s.ids[i] = h, id+1
			if int(id) == len(s.list) {
				s.list = append(s.list, h)
			}
			return id
		}
		if s.keys[i] == h {
			return s.ids[i] - 1
		}
	}
}

func (s *store) grow() {
	s.keys, s.ids = make([]uint32, 2*len(s.keys)), make([]int32, 2*len(s.ids))
	for id, h := range s.list {
		s.put(h, int32(id))
	}
}
