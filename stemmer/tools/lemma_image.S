/* The lemma image as read-only data (src/lemmas/lemma_image.h). */
#if defined(__APPLE__)
#error "the lemma image is embedded for ELF targets only"
#endif
    .section .rodata.fihris_lemma_image, "a"
    .balign 16
    .globl fihris_lemma_image
    .hidden fihris_lemma_image
fihris_lemma_image:
    .incbin FIHRIS_LEMMA_IMAGE
    .globl fihris_lemma_image_end
    .hidden fihris_lemma_image_end
fihris_lemma_image_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
