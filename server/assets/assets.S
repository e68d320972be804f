/* Files of the search page as read-only data (src/page/assets.cpp). */
    .macro file name, path
    .globl \name
    .hidden \name
\name:
    .incbin "\path"
    .globl \name\()_end
    .hidden \name\()_end
\name\()_end:
    .byte 0
    .endm
    .section .rodata.fihris_assets, "a"
    file fihris_page_css, page.css
    file fihris_page_js, page.js
    file fihris_box_js, box.js
    file fihris_icon_svg, icon.svg
    .section .note.GNU-stack, "", %progbits
