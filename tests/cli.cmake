# The command as a user meets it: its options in every document, a terminal,
# what goes wrong, rows written while they are read, and several files at once. See README.md.
foreach(check IN ITEMS docs terminal failures stream many
    every_digit)
    test(cli/${check} cli ${THRESH_PYTHON} tests/cli/check_${check}.py
        --thresh $<TARGET_FILE:thresh>)
endforeach()
