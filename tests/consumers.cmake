# What others make of the outputs: each test converts, opens the result with
# another program, and compares values. A test that finds nothing to compare
# fails.
function(test_consumer name)
    test(consumers/${name} consumers ${ARGN} $<TARGET_FILE:thresh>
        samples/immigration-2007.txt)
    set_tests_properties(consumers/${name} PROPERTIES
        ENVIRONMENT LC_ALL=C.UTF-8)
endfunction()

foreach(script IN ITEMS pandas_csv json_schema markdown_cells xlsx_cells
        xlsx_formulas)
    test_consumer(${script} ${THRESH_PYTHON} tests/consumers/${script}.py)
endforeach()
test_consumer(r_csv Rscript --vanilla tests/consumers/r_csv.R)
test_consumer(jq_json sh tests/consumers/jq_json.sh)
