package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// The body of a file of weights holds, little-endian: the header (bits, number
// of labels, scale, the labels' names), the transitions in 16 bits, the rows.

// maxBits bounds a file's rows (16 M) before anything is allocated for them.
const maxBits = 24

// forbidden16 stands for Forbidden in a file.
const forbidden16 = math.MinInt16

// AppendFile appends the file of m, under its name, to b.
func (m *Linear) AppendFile(b []byte, name string) ([]byte, error) {
	body := []byte{byte(m.bits), byte(len(m.labels))}
	body = binary.LittleEndian.AppendUint32(body, math.Float32bits(m.scale))
	for _, l := range m.labels {
		if len(l) > 255 {
			return nil, fmt.Errorf("model: label of %d bytes", len(l))
		}
		body = append(append(body, byte(len(l))), l...)
	}
	for _, t := range m.trans {
		if t == Forbidden {
			t = forbidden16
		}
		body = binary.LittleEndian.AppendUint16(body, uint16(int16(t)))
	}
	for _, r := range m.rows {
		body = binary.LittleEndian.AppendUint64(body, r)
	}
	return seal(b, name, body)
}

// Parse reads the file of the model of this name.
func Parse(b []byte, name string) (*Linear, error) {
	body, err := unseal(b, name)
	if err != nil {
		return nil, err
	}
	return parseLinear(body)
}

// parseLinear reads the body of a file of weights.
func parseLinear(body []byte) (*Linear, error) {
	m, rest, err := parseHeader(body)
	if err != nil {
		return nil, err
	}
	n := len(m.labels)
	trans, rows := 2*n*(n+1), 8*m.width<<m.bits
	if len(rest) != trans+rows {
		return nil, fmt.Errorf("%w: %d bytes of weights, want %d", ErrFormat, len(rest), trans+rows)
	}
	m.trans = make([]int32, n*(n+1))
	for i := range m.trans {
		m.trans[i] = int32(int16(binary.LittleEndian.Uint16(rest[2*i:])))
		if m.trans[i] == forbidden16 {
			m.trans[i] = Forbidden
		}
	}
	rest = rest[trans:]
	m.rows = make([]uint64, m.width<<m.bits)
	for i := range m.rows {
		m.rows[i] = binary.LittleEndian.Uint64(rest[8*i:])
	}
	return m.finish(), nil
}

// parseHeader reads what stands before the weights.
func parseHeader(b []byte) (*Linear, []byte, error) {
	if len(b) < 6 {
		return nil, nil, fmt.Errorf("%w: no header", ErrFormat)
	}
	m := &Linear{bits: uint(b[0]), scale: math.Float32frombits(binary.LittleEndian.Uint32(b[2:]))}
	n := int(b[1])
	if m.bits < 1 || m.bits > maxBits || n == 0 || n > maxLabels || !(m.scale > 0 && m.scale < math.MaxFloat32) {
		return nil, nil, fmt.Errorf("%w: %d bits, %d labels, scale %g", ErrFormat, m.bits, n, m.scale)
	}
	m.width = (n + lanes - 1) / lanes
	b = b[6:]
	for range n {
		if len(b) == 0 || len(b) < 1+int(b[0]) {
			return nil, nil, fmt.Errorf("%w: labels cut off", ErrFormat)
		}
		end := 1 + int(b[0])
		m.labels = append(m.labels, string(b[1:end]))
		b = b[end:]
	}
	return m, b, nil
}
