# bash completion for thresh

_thresh()
{
    local current=${COMP_WORDS[COMP_CWORD]}
    local previous=${COMP_WORDS[COMP_CWORD-1]}
    local formats='csv json ndjson markdown xlsx'
    local settings='excel=0 excel=1 decimal=. decimal=, bom=0 bom=1
        indent=2 indent=0 indent=4 heading=0 heading=1 heading=2 heading=3
        heading=4 heading=5 heading=6 footnotes=footnote footnotes=plain formulas=0 formulas=1'
    local options='--output --dir --to --shape --columns --no-totals --names --set
        --table --skip --header-rows --stub-columns --name
        --delimiter --encoding --decimal --symbols --nil
        --explain --explain=json --check --strict --stream --jobs
        --max-memory --verbose --quiet --help --version -o -d -t -j -v -q -h -V'
    local words=

    # The shell splits "--shape=long" and "excel=1" at the equals sign.
    local split=
    if [[ $current == '=' ]]; then
        split=yes
        current=
    elif [[ $previous == '=' ]]; then
        split=yes
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi

    case $previous in
        -o|--output)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "$current"))
            return ;;
        -d|--dir)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -d -- "$current"))
            return ;;
        -t|--to)     words=$formats ;;
        --shape)     words='long wide' ;;
        --names)     words='snake verbatim' ;;
        --delimiter) words='tab comma semicolon pipe space' ;;
        --encoding)
            words='UTF-8 UTF-16 Windows-1252 ISO-8859-1 ISO-8859-2 ISO-8859-15
                Windows-1250 Windows-1251 MACINTOSH Shift_JIS GB18030' ;;
        --decimal)   words='dot comma' ;;
        --symbols)
            words='ssb pxweb scb statfin destatis eurostat uk census statcan
                japan bfs cso ksh ukrstat bhas' ;;
        --nil)       words='zero missing' ;;
        --max-memory) words='500M 1G 8G 32G' ;;
        --columns)
            words='parent level raw line field obs_status table unit measure implied' ;;
        --set)
            words=$settings ;;
        --explain)
            [[ -n $split ]] && words='json' ;;
        -j|--jobs|--table|--skip|--header-rows|--stub-columns|--name) return ;;
        excel|bom|formulas) words='0 1' ;;
        decimal)     words='. ,' ;;
        indent)      words='2 0 4' ;;
        heading)     words='0 1 2 3 4 5 6' ;;
        footnotes)   words='footnote plain' ;;
    esac
    if [[ -z $words && $current == -* ]]; then
        words=$options
    fi
    if [[ -n $words ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}

complete -F _thresh thresh
