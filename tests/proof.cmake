# What the proof finds in tables that are made up: trees of sums, which it must
# find again, and numbers without any, in which it must find none.
foreach(script IN ITEMS trees chance hostile)
    test(proof/${script} proof ${THRESH_PYTHON} -B tests/proof/${script}.py
        --thresh $<TARGET_FILE:thresh>)
endforeach()
