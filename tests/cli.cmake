# The command as a user meets it: its options in every document, a terminal,
# and what goes wrong. See README.md.
foreach(check IN ITEMS docs terminal failures every_digit)
    test(cli/${check} cli ${THRESH_PYTHON} tests/cli/check_${check}.py
        --thresh $<TARGET_FILE:thresh>)
endforeach()
