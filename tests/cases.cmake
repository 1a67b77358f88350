# The case folders, a test for each area, and what must hold for all of their inputs.
# See README.md.
file(GLOB commands CONFIGURE_DEPENDS
    RELATIVE ${CMAKE_CURRENT_LIST_DIR}/cases
    ${CMAKE_CURRENT_LIST_DIR}/cases/*/*/cmd)
set(areas)
foreach(command IN LISTS commands)
    string(REGEX REPLACE "/.*" "" area ${command})
    list(APPEND areas ${area})
endforeach()
list(REMOVE_DUPLICATES areas)
set(again)
if(THRESH_CASES_UNDER)
    # What is slow to start is started once for all.
    add_executable(run_again run_again.c)
    target_link_libraries(run_again PRIVATE thresh_command)
    set(again --again $<TARGET_FILE:run_again>)
endif()
foreach(area IN LISTS areas)
    test(cases/${area} cases ${THRESH_PYTHON} tests/run_cases.py
        --thresh $<TARGET_FILE:thresh> --under=${THRESH_CASES_UNDER} ${again}
        ${area})
endforeach()
test(cases/runner-can-fail cases ${THRESH_PYTHON} tests/run_cases.py
    --self-test)

foreach(check IN ITEMS
        self-test worlds chunks sums counts cells)
    test(invariants/${check} invariants ${THRESH_PYTHON} tests/invariants.py
        --thresh $<TARGET_FILE:thresh>
        --work ${CMAKE_CURRENT_BINARY_DIR}/invariants ${check})
endforeach()
