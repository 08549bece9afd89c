import type { CompletionModel, CompletionOption } from './completion-model.ts';

/** A bash script; where files are due it leaves the completion to bash. */
export function bashCompletion({ options, commands }: CompletionModel): string {
  const cases = commands.map(({ name, options, words }) => {
    const values = valueCases(options);
    return `    ${name})
      case $prev in
${values}        *) if [[ $cur == -* ]]; then list='${namesOf(options)}'; else list='${words.join(' ')}'; fi ;;
      esac ;;
`;
  });
  return `# bash completion of bieu2
_bieu2() {
  # Split at spaces only: bash itself also splits at "=".
  local line=\${COMP_LINE:0:COMP_POINT} word command= list= cur prev
  local -a before
  cur=\${line##* }
  read -ra before <<< "\${line% *}"
  prev=\${before[\${#before[@]}-1]}
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; cur=\${cur#*=}; fi
  for word in "\${before[@]:1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  case $command in
${cases.join('')}    *)
      case $prev in
${valueCases(options)}        *) list='${commands.map(({ name }) => name).join(' ')} ${namesOf(options)}' ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$list" -- "$cur"))
  if [[ $cur == *=* && $COMP_WORDBREAKS == *=* ]]; then COMPREPLY=("\${COMPREPLY[@]#"\${cur%=*}="}"); fi
}
complete -o bashdefault -o default -F _bieu2 bieu2
`;
}

const namesOf = (options: readonly CompletionOption[]) => options.flatMap(({ names }) => names).join(' ');

const valueCases = (options: readonly CompletionOption[]) =>
  options
    .filter(({ takesValue }) => takesValue)
    .map(({ names, words }) => `        ${names.join('|')}) list='${words.join(' ')}' ;;\n`)
    .join('');
