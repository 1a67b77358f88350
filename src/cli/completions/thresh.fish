# fish completion for thresh

set -l settings excel=0 excel=1 decimal=. decimal=, bom=0 bom=1 \
    indent=2 indent=0 indent=4 heading=0 heading=1 heading=2 heading=3 \
    heading=4 heading=5 heading=6 footnotes=footnote footnotes=plain \
    formulas=0 formulas=1

complete -c thresh -s o -l output -r -F -d 'Write a file, in the format of its suffix'
complete -c thresh -s d -l dir -x -a '(__fish_complete_directories)' -d 'Convert several files, each to an output in a folder'
complete -c thresh -s t -l to -x -a 'csv json ndjson markdown xlsx' -d 'Format of standard output'
complete -c thresh -l shape -x -a 'long wide' -d 'One observation a row, or as published'
complete -c thresh -l columns -x -a 'parent level raw line field obs_status table unit measure implied' -d 'Further columns'
complete -c thresh -l no-totals -d 'Leave out the totals'
complete -c thresh -l names -x -a 'snake verbatim' -d 'How columns are called'
complete -c thresh -l set -x -a "$settings" -d 'A setting of a format'
complete -c thresh -l table -x -d 'Only the N-th table'
complete -c thresh -l skip -x -d 'Leave out the first N lines'
complete -c thresh -l header-rows -x -d 'How many lines the header has'
complete -c thresh -l stub-columns -x -d 'How many columns of labels there are'
complete -c thresh -l name -x -d 'Call a dimension otherwise: DIM=NAME'
complete -c thresh -l delimiter -x -a 'tab comma semicolon pipe space' -d 'What stands between cells'
complete -c thresh -l encoding -x -a 'UTF-8 UTF-16 Windows-1252 ISO-8859-1 ISO-8859-2 ISO-8859-15 Windows-1250 Windows-1251 MACINTOSH Shift_JIS GB18030' -d 'The encoding of the input'
complete -c thresh -l decimal -x -a 'dot comma' -d 'What marks the decimals'
complete -c thresh -l symbols -x -a 'ssb pxweb scb statfin destatis eurostat uk census statcan japan bfs cso ksh ukrstat bhas' -d 'Whose symbols they are'
complete -c thresh -l nil -x -a 'zero missing' -d 'What a dash stands for'
complete -c thresh -l explain -d 'Tell what each line was taken for'
complete -c thresh -l explain=json -d 'The same as JSON'
complete -c thresh -l check -d 'Print the totals that do not add up'
complete -c thresh -l strict -d 'Write nothing if there is a warning'
complete -c thresh -l stream -d 'Write rows while they are read'
complete -c thresh -s j -l jobs -x -d 'How many threads may work'
complete -c thresh -l max-memory -x -a '500M 1G 8G 32G' -d 'How much memory a table may take'
complete -c thresh -s v -l verbose -d 'Summarise, also when not on a terminal'
complete -c thresh -s q -l quiet -d 'Print errors only'
complete -c thresh -s h -l help -d 'Print the options'
complete -c thresh -s V -l version -d 'Print the version'
