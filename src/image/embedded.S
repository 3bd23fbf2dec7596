/* The image, as it is: an assembler copies a file in no time, a compiler reads it byte by byte. */
        .section .rodata
        .balign 16
        .global caveat_image_begin
        .global caveat_image_end
caveat_image_begin:
        .incbin CAVEAT_IMAGE
caveat_image_end:
        .byte 0
        .section .note.GNU-stack, "", %progbits
