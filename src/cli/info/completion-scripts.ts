/**
 * The script of each shell: the words, and how the shell finds those for the current line. The words are in the
 * script, since running the program at every key would be too slow. Where none fits, the shell completes files.
 */
export const completionScripts = {
  bash: (words: string) => `# bash completion of bieu2
read -r -d '' _bieu2_words <<'BIEU2'
${words}
BIEU2
_bieu2() {
  # Split at spaces only: bash itself also splits at "=".
  local line=\${COMP_LINE:0:COMP_POINT} command=bieu2 cur prev key word place candidate rest
  local -a before
  cur=\${line##* }
  read -ra before <<< "\${line% *}"
  prev=\${before[\${#before[@]}-1]}
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; cur=\${cur#*=}; fi
  for word in "\${before[@]:1}"; do
    if [[ $'\\n'$_bieu2_words == *$'\\nbieu2\\t'"$word"$'\\t'* ]]; then command=$word; break; fi
  done
  key=$command
  if [[ $cur == -* ]]; then key="$command -"; fi
  if [[ $prev == -* && $'\\n'$_bieu2_words == *$'\\n'"$command $prev"$'\\t'* ]]; then key="$command $prev"; fi
  COMPREPLY=()
  while IFS=$'\\t' read -r place candidate rest; do
    if [[ $place == "$key" && -n $candidate && $candidate == "$cur"* ]]; then COMPREPLY+=("$candidate"); fi
  done <<< "$_bieu2_words"
  if [[ \${line##* } == *=* && $COMP_WORDBREAKS == *=* ]]; then COMPREPLY=("\${COMPREPLY[@]#"\${cur%=*}="}"); fi
}
complete -o bashdefault -o default -F _bieu2 bieu2
`,

  zsh: (words: string) => `#compdef bieu2
typeset -g _bieu2_words
read -r -d '' _bieu2_words <<'BIEU2'
${words}
BIEU2
_bieu2() {
  local command=bieu2 cur=$words[CURRENT] prev=$words[CURRENT-1] tab=$'\\t' line=$'\\n' key word row
  local -a entries fields
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; cur=\${cur#*=}; compset -P 1 '*='; fi
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ "$line$_bieu2_words" == *"\${line}bieu2$tab$word$tab"* ]]; then command=$word; break; fi
  done
  key=$command
  if [[ $cur == -* ]]; then key="$command -"; fi
  if [[ $prev == -* && "$line$_bieu2_words" == *"$line$command $prev$tab"* ]]; then key="$command $prev"; fi
  for row in \${(M)\${(f)_bieu2_words}:#\${key}\${tab}*}; do
    fields=("\${(@ps:\\t:)row}")
    if [[ -n $fields[2] ]]; then entries+=("\${fields[2]//:/\\\\:}\${fields[3]:+:$fields[3]}"); fi
  done
  if (( $#entries )); then _describe value entries || _files; else _files; fi
}
# Sourced, or loaded by name out of $fpath.
if [[ $funcstack[1] == _bieu2 ]]; then _bieu2 "$@"; else compdef _bieu2 bieu2; fi
`,

  fish: (words: string) => `# fish completion of bieu2
set -g __bieu2_words '${words.replace(/['\\]/g, '\\$&').replaceAll('\n', "' '")}'
function __bieu2_complete
  set -l before (commandline -opc)
  set -l cur (commandline -ct)
  set -l prev $before[-1]
  set -l prefix ''
  if string match -qr -- '^--[^=]*=' $cur
    set prev (string replace -r -- '=.*' '' $cur)
    set prefix "$prev="
  end
  set -l command bieu2
  for word in $before[2..-1]
    if string match -q -- bieu2\\t$word\\t'*' $__bieu2_words
      set command $word
      break
    end
  end
  set -l key $command
  if string match -q -- '-*' $cur; and test -z "$prefix"
    set key "$command -"
  end
  if string match -q -- '-*' $prev; and string match -q -- "$command $prev"\\t'*' $__bieu2_words
    set key "$command $prev"
  end
  set -l found (string match -- "$key"\\t'?*' $__bieu2_words | string replace -r -- '^[^\\t]*\\t' '' | string match -- "$(string replace -- "$prefix" '' $cur)"'?*')
  set found (string match -v -- \\t'*' $found)
  if set -q found[1]
    string join -- \\n $prefix$found
  else
    __fish_complete_path $cur
  end
end
complete -c bieu2 -f -a '(__bieu2_complete)'
`,

  powershell: (words: string) => `# PowerShell completion of bieu2
Register-ArgumentCompleter -Native -CommandName bieu2 -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $rows = @'
${words}
'@ -split '\\r?\\n' | ForEach-Object { , $_.Split([char]9) }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $commands = @($rows | Where-Object { $_[0] -ceq 'bieu2' } | ForEach-Object { $_[1] })
  $command = @($before | Select-Object -Skip 1 | Where-Object { $commands -ccontains $_ }) + 'bieu2' | Select-Object -First 1
  $previous = $before[-1]
  $current = $wordToComplete
  $prefix = ''
  if ($current -match '^(--[^=]+)=(.*)$') { $previous = $Matches[1]; $current = $Matches[2]; $prefix = "$previous=" }
  $places = @($rows | ForEach-Object { $_[0] })
  $key = if ($places -ccontains "$command $previous") { "$command $previous" }
    elseif ($current.StartsWith('-')) { "$command -" }
    else { $command }
  $rows | Where-Object { $_[0] -ceq $key -and $_[1] -and $_[1].StartsWith($current) } | ForEach-Object {
    $meaning = if ($_[2]) { $_[2] } else { $_[1] }
    [System.Management.Automation.CompletionResult]::new($prefix + $_[1], $_[1], 'ParameterValue', $meaning)
  }
}
`,
} as const satisfies Record<string, (words: string) => string>;
