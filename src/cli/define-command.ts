import type { Command } from 'commander';
import type { Wording } from '../diagnostics/wording.ts';
import type { Context, Outcome } from './context.ts';

interface Values {
  readonly choices?: readonly string[];
  readonly default?: string;
}

/** An option with its description in both languages. */
export interface OptionText extends Wording, Values {
  /** In commander's syntax: `-o, --output <file>`. */
  readonly flags: string;
  /** May be repeated; the value is a list. */
  readonly repeats?: true;
  /** The value is an integer: the minimum, and the maximum if any. */
  readonly number?: readonly [from: number, to?: number];
  readonly conflicts?: string;
}

/** An argument of a command, with its description; its name may differ between the languages. */
export interface ArgumentText extends Wording, Values {
  readonly name: string | Wording;
}

/** A command as described in its help. */
export interface CommandDefinition {
  readonly name: string;
  /** For the list of commands. */
  readonly summary?: Wording;
  /** Not listed in help: for scripts. */
  readonly isHidden?: true;
  readonly description: Wording;
  readonly argument?: ArgumentText;
  readonly options?: readonly OptionText[];
  readonly examples: readonly string[];
}

/** Defines a command; the types of its options follow from the definition: see `FlagsOf`. */
export const defineCommand = <const Definition extends CommandDefinition>(definition: Definition) =>
  definition;

/** A command with its work or its subcommands. */
export interface WorkingCommand extends CommandDefinition {
  readonly commands?: readonly WorkingCommand[];
  readonly load?: () => Promise<(...given: never) => Promise<Outcome>>;
}

/** Adds the work to a command. @param load loads the code when the command is called */
export const withWork = <Definition extends CommandDefinition>(
  definition: Definition,
  load: () => Promise<WorkOf<Definition>>,
): WorkingCommand => ({ ...definition, load });

/** The work of a command, which gets the values of its argument and options. */
export type WorkOf<Definition> = (
  ...given: [...Arguments<Definition>, FlagsOf<Definition>, Context, command?: Command]
) => Promise<Outcome>;

type Arguments<Definition> = Definition extends { readonly argument: infer Argument extends ArgumentText }
  ? [ValueOfArgument<Argument, Argument['name'] extends Wording ? Argument['name']['en'] : Argument['name']>]
  : [];

type ValueOfArgument<Argument, Name> = Argument extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Name extends `${string}...${string}`
    ? readonly string[]
    : Name extends `<${string}`
      ? string
      : string | undefined;

/** The options of a command, by commander's names for their flags. */
export type FlagsOf<Definition> = Definition extends { readonly options: readonly (infer Option)[] }
  ? { readonly [One in Exclude<Option, HasDefault> as NameOf<One>]?: ValueOf<One> } & {
      readonly [One in Extract<Option, HasDefault> as NameOf<One>]: ValueOf<One>;
    }
  : object;

interface HasDefault {
  readonly default: string;
}

type NameOf<Option> = Option extends { readonly flags: `${string}--${infer Rest}` }
  ? InCamelCase<WithoutNo<Rest extends `${infer Word} ${string}` ? Word : Rest>>
  : never;
type WithoutNo<Word> = Word extends `no-${infer Rest}` ? Rest : Word;
type InCamelCase<Word> = Word extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<InCamelCase<Rest>>}`
  : Word & string;

type ValueOf<Option> = Option extends { readonly number: unknown }
  ? number
  : Option extends { readonly repeats: true }
    ? readonly string[]
    : Option extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : Option extends { readonly flags: `${string}<${string}` }
        ? string
        : Option extends { readonly flags: `${string}[${string}` }
          ? string | true
          : boolean;
