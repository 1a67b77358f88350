# The command as a user meets it: its options in every document, a terminal,
# what goes wrong, rows written while they are read, and several files at once. See README.md.
foreach(check IN ITEMS docs terminal failures stream many
    every_digit)
    test(cli/${check} cli ${THRESH_PYTHON} tests/cli/check_${check}.py
        --thresh $<TARGET_FILE:thresh>)
endforeach()

# What fails on purpose. A sanitizer has an allocator of its own, and wants to
# come first.
if(NOT CMAKE_C_FLAGS MATCHES "-fsanitize")
    add_library(faults MODULE cli/faults.c)
    set_target_properties(faults PROPERTIES C_VISIBILITY_PRESET default)
    target_link_libraries(faults PRIVATE ${CMAKE_DL_LIBS})
    test(cli/faults cli ${THRESH_PYTHON} tests/cli/check_faults.py
        --thresh $<TARGET_FILE:thresh> --faults $<TARGET_FILE:faults>)
else()
    # Its locks are not let go in a process that is made while another thread
    # allocates, as those of glibc are: such a process waits for ever.
    set_tests_properties(cli/many PROPERTIES ENVIRONMENT THRESH_NO_FORKS=1)
endif()
