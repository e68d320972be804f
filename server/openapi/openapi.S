/* The description of the HTTP API as read-only data (src/api/openapi.cpp). */
    .section .rodata.fihris_openapi, "a"
    .globl fihris_openapi
    .hidden fihris_openapi
fihris_openapi:
    .incbin FIHRIS_OPENAPI
    .globl fihris_openapi_end
    .hidden fihris_openapi_end
fihris_openapi_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
