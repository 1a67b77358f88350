# The libraries that libthresh is linked with, as imported targets. The build
# includes this file, and so does the package of a static libthresh, whose
# users link them too. THRESH_MISSING lists what was not found.
set(THRESH_MISSING)

find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
    # No versions: the .pc file of libxlsxwriter 1.1.4 says "4".
    pkg_check_modules(THRESH_XLSXWRITER QUIET IMPORTED_TARGET GLOBAL
        xlsxwriter)
    pkg_check_modules(THRESH_UTF8PROC QUIET IMPORTED_TARGET GLOBAL
        libutf8proc)
    if(NOT THRESH_XLSXWRITER_FOUND)
        list(APPEND THRESH_MISSING libxlsxwriter)
    endif()
    if(NOT THRESH_UTF8PROC_FOUND)
        list(APPEND THRESH_MISSING libutf8proc)
    endif()
    pkg_check_modules(THRESH_ZLIB QUIET IMPORTED_TARGET GLOBAL zlib)
    if(NOT THRESH_ZLIB_FOUND)
        list(APPEND THRESH_MISSING zlib)
    endif()
else()
    list(APPEND THRESH_MISSING pkg-config)
endif()

# libcsv has no .pc file.
find_path(THRESH_CSV_INCLUDE_DIR csv.h)
find_library(THRESH_CSV_LIBRARY csv)
mark_as_advanced(THRESH_CSV_INCLUDE_DIR THRESH_CSV_LIBRARY)
if(NOT THRESH_CSV_INCLUDE_DIR OR NOT THRESH_CSV_LIBRARY)
    list(APPEND THRESH_MISSING libcsv)
elseif(NOT TARGET thresh::csv)
    add_library(thresh::csv UNKNOWN IMPORTED GLOBAL)
    set_target_properties(thresh::csv PROPERTIES
        IMPORTED_LOCATION ${THRESH_CSV_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${THRESH_CSV_INCLUDE_DIR})
endif()
