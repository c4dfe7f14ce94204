# dateline completions; in bash: source <(dateline completions bash)
_dateline() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
  local IFS=$' \t\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "ingest extract read text language dedupe link timeline index search show export evaluate benchmark dictionaries train completions --help --version" -- "$word"))
    return
  fi
  case "${COMP_WORDS[1]} $before" in
    "ingest --store"|"ingest -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "ingest --published") :; return ;;
    "ingest --language") :; return ;;
    "ingest --near") :; return ;;
    "ingest --jobs"|"ingest -j") :; return ;;
    "ingest --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "ingest --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "extract --output"|"extract -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "extract --published") :; return ;;
    "extract --language") :; return ;;
    "extract --near") :; return ;;
    "extract --jobs"|"extract -j") :; return ;;
    "extract --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "extract --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "read --output"|"read -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "read --published") :; return ;;
    "read --language") :; return ;;
    "read --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "text --without") :; return ;;
    "text --output"|"text -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "text --published") :; return ;;
    "text --language") :; return ;;
    "text --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "text --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "language --only") :; return ;;
    "language --output"|"language -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "language --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "language --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "dedupe --near") :; return ;;
    "dedupe --output"|"dedupe -o") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "dedupe --published") :; return ;;
    "dedupe --language") :; return ;;
    "dedupe --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "dedupe --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "link --output"|"link -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "link --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "link --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "timeline --country") :; return ;;
    "timeline --person") :; return ;;
    "timeline --organisation") :; return ;;
    "timeline --type") COMPREPLY=($(compgen -W "memorandum agreement contract treaty protocol declaration letter-of-intent plan programme grant other" -- "$word")); return ;;
    "timeline --status") COMPREPLY=($(compgen -W "signed adopted ratified in-force negotiated planned proposed discussed extended terminated breached" -- "$word")); return ;;
    "timeline --from") :; return ;;
    "timeline --to") :; return ;;
    "timeline --format"|"timeline -f") COMPREPLY=($(compgen -W "terminal markdown html csv json" -- "$word")); return ;;
    "timeline --output"|"timeline -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "timeline --store"|"timeline -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "timeline --from-records") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "timeline --published") :; return ;;
    "timeline --language") :; return ;;
    "timeline --near") :; return ;;
    "timeline --jobs"|"timeline -j") :; return ;;
    "timeline --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "timeline --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "index --format"|"index -f") COMPREPLY=($(compgen -W "terminal markdown html json" -- "$word")); return ;;
    "index --output"|"index -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "index --store"|"index -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "index --from-records") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "index --published") :; return ;;
    "index --language") :; return ;;
    "index --near") :; return ;;
    "index --jobs"|"index -j") :; return ;;
    "index --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "index --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "search --store"|"search -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "search --limit"|"search -n") :; return ;;
    "search --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "show --store"|"show -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "show --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "export --table"|"export -t") COMPREPLY=($(compgen -W "agreements people organisations dates" -- "$word")); return ;;
    "export --format"|"export -f") COMPREPLY=($(compgen -W "csv" -- "$word")); return ;;
    "export --output"|"export -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --store"|"export -s") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --from-records") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --published") :; return ;;
    "export --language") :; return ;;
    "export --near") :; return ;;
    "export --jobs"|"export -j") :; return ;;
    "export --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "export --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "evaluate --types") :; return ;;
    "evaluate --output"|"evaluate -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "evaluate --published") :; return ;;
    "evaluate --language") :; return ;;
    "evaluate --near") :; return ;;
    "evaluate --jobs"|"evaluate -j") :; return ;;
    "evaluate --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "evaluate --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "benchmark --seconds") :; return ;;
    "benchmark --output"|"benchmark -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "benchmark --jobs"|"benchmark -j") :; return ;;
    "benchmark --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "benchmark --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "dictionaries --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "train --language") :; return ;;
    "train --languages") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "train --output"|"train -o") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "train --cross-validate") :; return ;;
    "train --also") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "train --posts") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "train --test") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "train --epochs") :; return ;;
    "train --cut-off") :; return ;;
    "train --features") :; return ;;
    "train --seed") :; return ;;
    "train --dictionaries") COMPREPLY=($(compgen -d -- "$word")); return ;;
    "train --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    "completions --color") COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
  esac
  case "${COMP_WORDS[1]}" in
    ingest)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--store --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    extract)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--lines --output --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    read)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--output --published --language --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    text)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--sentences --without --output --published --language --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    language)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--only --output --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    dedupe)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--near --across --report --output --published --language --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    link)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--output --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    timeline)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--country --person --organisation --type --status --from --to --no-facts --format --output --store --from-records --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    index)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--format --output --store --from-records --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    search)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--store --limit --json --quiet --color --help" -- "$word"))
      else :; fi ;;
    show)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--store --json --quiet --color --help" -- "$word"))
      else :; fi ;;
    export)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--table --format --output --store --from-records --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    evaluate)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--sentences --names --dates --types --phrases --nominative --linking --per-document --errors --json --output --published --language --near --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    benchmark)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--seconds --json --output --jobs --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -W "documents text dates names repetition records export store journey" -- "$word")); fi ;;
    dictionaries)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -W "check compile" -- "$word")); fi ;;
    train)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--language --languages --output --cross-validate --ablation --also --posts --test --epochs --cut-off --features --seed --dictionaries --quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
    completions)
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "--quiet --color --help" -- "$word"))
      else COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")); fi ;;
  esac
}
complete -o filenames -F _dateline dateline
