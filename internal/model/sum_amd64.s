#include "textflag.h"

// SSE2 alone, which every amd64 processor has. The bytes of a row are widened
// to 16 bits (X15 is zero) and added up; the labels stay in their order. R8
// counts up to zero, from behind the last feature.

// No sums yet.
#define NONE32 \
	PXOR X15, X15 \
	PXOR X0, X0 \
	PXOR X1, X1 \
	PXOR X2, X2 \
	PXOR X3, X3

// Adds the 32 bytes at SI+AX to the sums in X0 to X3.
#define ADD32 \
	MOVOU     (SI)(AX*1), X4 \
	MOVOU     16(SI)(AX*1), X6 \
	MOVO      X4, X5 \
	MOVO      X6, X7 \
	PUNPCKLBW X15, X4 \
	PUNPCKHBW X15, X5 \
	PUNPCKLBW X15, X6 \
	PUNPCKHBW X15, X7 \
	PADDW     X4, X0 \
	PADDW     X5, X1 \
	PADDW     X6, X2 \
	PADDW     X7, X3

// func sumRows32(sums *uint16, rows *uint64, stride int, mask uint32, feats *uint32, n int)
//
// Adds up the first 32 bytes of n rows, n > 0, which lie stride bytes apart.
TEXT ·sumRows32(SB), NOSPLIT, $0-48
	MOVQ sums+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ stride+16(FP), DX
	MOVL mask+24(FP), CX
	MOVQ feats+32(FP), BX
	MOVQ n+40(FP), R8
	LEAQ (BX)(R8*4), BX
	NEGQ R8
	NONE32

row32:
	MOVL      (BX)(R8*4), AX
	ANDL      CX, AX
	IMULQ     DX, AX
	ADD32
	INCQ      R8
	JNZ       row32
	MOVOU     X0, (DI)
	MOVOU     X1, 16(DI)
	MOVOU     X2, 32(DI)
	MOVOU     X3, 48(DI)
	RET

// func sumRows8(sums *uint16, rows *uint64, stride int, mask uint32, feats *uint32, n int)
//
// Adds up the first 8 bytes of n rows, n > 0, which lie stride bytes apart.
TEXT ·sumRows8(SB), NOSPLIT, $0-48
	MOVQ sums+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ stride+16(FP), DX
	MOVL mask+24(FP), CX
	MOVQ feats+32(FP), BX
	MOVQ n+40(FP), R8
	LEAQ (BX)(R8*4), BX
	NEGQ R8
	PXOR X15, X15
	PXOR X0, X0
	CMPQ DX, $8
	JEQ  packed8

row8:
	MOVL      (BX)(R8*4), AX
	ANDL      CX, AX
	IMULQ     DX, AX
	MOVQ      (SI)(AX*1), X4
	PUNPCKLBW X15, X4
	PADDW     X4, X0
	INCQ      R8
	JNZ       row8
	MOVOU     X0, (DI)
	RET

packed8:
	MOVL      (BX)(R8*4), AX
	ANDL      CX, AX
	MOVQ      (SI)(AX*8), X4
	PUNPCKLBW X15, X4
	PADDW     X4, X0
	INCQ      R8
	JNZ       packed8
	MOVOU     X0, (DI)
	RET

// func fetchRows(rows *uint64, stride int, mask uint32, feats *uint32, n int)
//
// Asks for the first byte of n rows, n > 0, which lie stride bytes apart.
TEXT ·fetchRows(SB), NOSPLIT, $0-40
	MOVQ rows+0(FP), SI
	MOVQ stride+8(FP), DX
	MOVL mask+16(FP), CX
	MOVQ feats+24(FP), BX
	MOVQ n+32(FP), R8
	LEAQ (BX)(R8*4), BX
	NEGQ R8
	CMPQ DX, $8
	JEQ  fetch8

fetch:
	MOVL       (BX)(R8*4), AX
	ANDL       CX, AX
	IMULQ      DX, AX
	PREFETCHT0 (SI)(AX*1)
	INCQ       R8
	JNZ        fetch
	RET

fetch8:
	MOVL       (BX)(R8*4), AX
	ANDL       CX, AX
	PREFETCHT0 (SI)(AX*8)
	INCQ       R8
	JNZ        fetch8
	RET

// func bestRow32(rows *uint64, mask uint32, feats *uint32, n int, first *uint16, after *uint16) int
//
// Adds up n rows of 32 bytes, n > 0, and gives the first of the largest sums.
// Only those count whose bits are set in the 32 numbers at first and at after;
// one is added to each, so that they are larger than the others' zeros. No sum
// may pass 32,766, since numbers with a sign are compared.
TEXT ·bestRow32(SB), NOSPLIT, $0-56
	MOVQ rows+0(FP), SI
	MOVL mask+8(FP), CX
	MOVQ feats+16(FP), BX
	MOVQ n+24(FP), R8
	MOVQ first+32(FP), R9
	MOVQ after+40(FP), R10
	LEAQ (BX)(R8*4), BX
	NEGQ R8
	NONE32

row:
	MOVL      (BX)(R8*4), AX
	ANDL      CX, AX
	SHLQ      $5, AX
	ADD32
	INCQ      R8
	JNZ       row

	PCMPEQW X8, X8
	PSUBW   X8, X0
	PSUBW   X8, X1
	PSUBW   X8, X2
	PSUBW   X8, X3
	MOVOU   (R9), X4
	MOVOU   16(R9), X5
	MOVOU   32(R9), X6
	MOVOU   48(R9), X7
	PAND    X4, X0
	PAND    X5, X1
	PAND    X6, X2
	PAND    X7, X3
	MOVOU   (R10), X4
	MOVOU   16(R10), X5
	MOVOU   32(R10), X6
	MOVOU   48(R10), X7
	PAND    X4, X0
	PAND    X5, X1
	PAND    X6, X2
	PAND    X7, X3

	// The largest, in all lanes of X4.
	MOVO    X0, X4
	MOVO    X2, X5
	PMAXSW  X1, X4
	PMAXSW  X3, X5
	PMAXSW  X5, X4
	PSHUFD  $0x4E, X4, X5
	PMAXSW  X5, X4
	PSHUFD  $0xB1, X4, X5
	PMAXSW  X5, X4
	PSHUFLW $0xB1, X4, X5
	PSHUFHW $0xB1, X5, X5
	PMAXSW  X5, X4

	// Where it stands.
	PCMPEQW  X4, X0
	PCMPEQW  X4, X1
	PCMPEQW  X4, X2
	PCMPEQW  X4, X3
	PACKSSWB X1, X0
	PACKSSWB X3, X2
	PMOVMSKB X0, AX
	PMOVMSKB X2, DX
	SHLL     $16, DX
	ORL      DX, AX
	BSFL     AX, AX
	MOVQ     AX, ret+48(FP)
	RET
