# The case folders, a test each, and what must hold for all of their inputs.
# See README.md.
file(GLOB commands CONFIGURE_DEPENDS
    RELATIVE ${CMAKE_CURRENT_LIST_DIR}/cases
    ${CMAKE_CURRENT_LIST_DIR}/cases/*/*/cmd)
foreach(command IN LISTS commands)
    cmake_path(GET command PARENT_PATH case)
    test(cases/${case} cases ${THRESH_PYTHON} tests/run_cases.py
        --thresh $<TARGET_FILE:thresh> --under=${THRESH_CASES_UNDER} ${case})
endforeach()
test(cases/runner-can-fail cases ${THRESH_PYTHON} tests/run_cases.py
    --self-test)

foreach(check IN ITEMS
        self-test locale timezone clock path stdin chunks sums counts
        cells)
    test(invariants/${check} invariants ${THRESH_PYTHON} tests/invariants.py
        --thresh $<TARGET_FILE:thresh>
        --work ${CMAKE_CURRENT_BINARY_DIR}/invariants ${check})
endforeach()
