#include "textflag.h"

// SSE2 alone, which every amd64 processor has. The bytes of a row are widened
// to 16 bits (X15 is zero) and added up; the labels stay in their order. R8
// counts up to zero, from behind the last feature.

// func sumRows32(sums *uint16, rows *uint64, stride int, shift uint, feats *uint32, n int)
//
// Adds up the first 32 bytes of n rows, n > 0, which lie stride bytes apart.
TEXT ·sumRows32(SB), NOSPLIT, $0-48
	MOVQ sums+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ stride+16(FP), DX
	MOVQ shift+24(FP), CX
	MOVQ feats+32(FP), BX
	MOVQ n+40(FP), R8
	LEAQ (BX)(R8*4), BX
	NEGQ R8
	PXOR X15, X15
	PXOR X0, X0
	PXOR X1, X1
	PXOR X2, X2
	PXOR X3, X3

row32:
	MOVL      (BX)(R8*4), AX
	SHRL      CX, AX
	IMULQ     DX, AX
	MOVOU     (SI)(AX*1), X4
	MOVOU     16(SI)(AX*1), X6
	MOVO      X4, X5
	MOVO      X6, X7
	PUNPCKLBW X15, X4
	PUNPCKHBW X15, X5
	PUNPCKLBW X15, X6
	PUNPCKHBW X15, X7
	PADDW     X4, X0
	PADDW     X5, X1
	PADDW     X6, X2
	PADDW     X7, X3
	INCQ      R8
	JNZ       row32
	MOVOU     X0, (DI)
	MOVOU     X1, 16(DI)
	MOVOU     X2, 32(DI)
	MOVOU     X3, 48(DI)
	RET

// func sumRows8(sums *uint16, rows *uint64, stride int, shift uint, feats *uint32, n int)
//
// Adds up the first 8 bytes of n rows, n > 0, which lie stride bytes apart.
TEXT ·sumRows8(SB), NOSPLIT, $0-48
	MOVQ sums+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ stride+16(FP), DX
	MOVQ shift+24(FP), CX
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
	SHRL      CX, AX
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
	SHRL      CX, AX
	MOVQ      (SI)(AX*8), X4
	PUNPCKLBW X15, X4
	PADDW     X4, X0
	INCQ      R8
	JNZ       packed8
	MOVOU     X0, (DI)
	RET

// func fetchRows(rows *uint64, stride int, shift uint, feats *uint32, n int)
//
// Asks for the first byte of n rows, n > 0, which lie stride bytes apart.
TEXT ·fetchRows(SB), NOSPLIT, $0-40
	MOVQ rows+0(FP), SI
	MOVQ stride+8(FP), DX
	MOVQ shift+16(FP), CX
	MOVQ feats+24(FP), BX
	MOVQ n+32(FP), R8
	LEAQ (BX)(R8*4), BX
	NEGQ R8

fetch:
	MOVL       (BX)(R8*4), AX
	SHRL       CX, AX
	IMULQ      DX, AX
	PREFETCHT0 (SI)(AX*1)
	INCQ       R8
	JNZ        fetch
	RET
