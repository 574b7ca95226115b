#include "textflag.h"

// SSE2 alone, which every amd64 processor has. A row has eight numbers of 32
// bits. The sums are those of passesPortable, in the same order.

// Row at of DX times one of the numbers in X, in X4 and X5.
#define TIMES(at, lane, X) \
	MOVUPS at(DX), X4 \
	MOVUPS (at+16)(DX), X5 \
	PSHUFD $lane, X, X6 \
	MULPS  X6, X4 \
	MULPS  X6, X5

#define SET(LOW, HIGH) \
	MOVAPS X4, LOW \
	MOVAPS X5, HIGH

#define ADD(LOW, HIGH) \
	ADDPS X4, LOW \
	ADDPS X5, HIGH

// Adds up the eight rows at DX, each times one of the numbers in X8 and X9: the
// sums are in X0 and X1.
#define WEIGH \
	TIMES(0, 0x00, X8) \
	SET(X0, X1) \
	TIMES(32, 0x55, X8) \
	SET(X2, X3) \
	TIMES(64, 0xAA, X8) \
	ADD(X0, X1) \
	TIMES(96, 0xFF, X8) \
	ADD(X2, X3) \
	TIMES(128, 0x00, X9) \
	ADD(X0, X1) \
	TIMES(160, 0x55, X9) \
	ADD(X2, X3) \
	TIMES(192, 0xAA, X9) \
	ADD(X0, X1) \
	TIMES(224, 0xFF, X9) \
	ADD(X2, X3) \
	ADDPS X2, X0 \
	ADDPS X3, X1

// func forward8(alpha, emit, from, norm *float32, n int)
//
// Goes forward over the positions behind the first, of which there must be one.
TEXT ·forward8(SB), NOSPLIT, $0-40
	MOVQ alpha+0(FP), SI
	MOVQ emit+8(FP), DI
	MOVQ from+16(FP), DX
	MOVQ norm+24(FP), BX
	MOVQ n+32(FP), CX
	MOVL $0x3F800000, AX // 1
	MOVD AX, X14
	MOVL $0x0DA24260, AX // leastSum
	MOVD AX, X15
	MOVUPS (SI), X8
	MOVUPS 16(SI), X9

next:
	DECQ   CX
	JZ     done
	ADDQ   $32, SI
	ADDQ   $32, DI
	ADDQ   $4, BX
	WEIGH
	MOVUPS (DI), X4
	MOVUPS 16(DI), X5
	MULPS  X4, X0
	MULPS  X5, X1
	MOVAPS X0, X8
	MOVAPS X1, X9

	// Their sum, in X2, and what makes it one, in X3.
	ADDPS   X1, X0
	MOVHLPS X0, X2
	ADDPS   X0, X2
	PSHUFD  $0x55, X2, X3
	ADDSS   X3, X2
	MOVAPS  X14, X3
	UCOMISS X15, X2
	JCS     store // less, or no number
	DIVSS   X2, X3
	PSHUFD  $0x00, X3, X4
	MULPS   X4, X8
	MULPS   X4, X9

store:
	MOVSS  X3, (BX)
	MOVUPS X8, (SI)
	MOVUPS X9, 16(SI)
	JMP    next

done:
	RET

// func backward8(beta, emit, into, norm *float32, n int)
//
// Goes backward over the positions before the last, of which there must be one.
TEXT ·backward8(SB), NOSPLIT, $0-40
	MOVQ beta+0(FP), SI
	MOVQ emit+8(FP), DI
	MOVQ into+16(FP), DX
	MOVQ norm+24(FP), BX
	MOVQ n+32(FP), CX
	DECQ CX
	MOVQ CX, AX
	SHLQ $5, AX
	ADDQ AX, SI // the last position
	ADDQ AX, DI
	LEAQ (BX)(CX*4), BX
	MOVL $0x6E013F39, AX // most
	MOVD AX, X15
	PSHUFD $0x00, X15, X15
	MOVUPS (SI), X0
	MOVUPS 16(SI), X1

before:
	MOVUPS (DI), X8
	MOVUPS 16(DI), X9
	MOVSS  (BX), X4
	PSHUFD $0x00, X4, X4
	MULPS  X0, X8
	MULPS  X1, X9
	MULPS  X4, X8
	MULPS  X4, X9
	MINPS  X15, X8
	MINPS  X15, X9
	SUBQ   $32, SI
	SUBQ   $32, DI
	SUBQ   $4, BX
	WEIGH
	MOVUPS X0, (SI)
	MOVUPS X1, 16(SI)
	DECQ   CX
	JNZ    before
	RET
