import type { Command } from 'commander';
import type { Wording } from '../diagnostics/wording.ts';
import type { Context } from './context.ts';
import type { Outcome } from './exit-codes.ts';

/** What may be given for an option or an argument. */
interface Values {
  readonly choices?: readonly string[];
  readonly default?: string;
}

/** An option with its description in both languages. */
export interface OptionText extends Wording, Values {
  /** As commander takes them: `-o, --output <file>`. */
  readonly flags: string;
  /** May be given several times; the value is a list. */
  readonly repeats?: true;
  /** The value is a whole number: the least one, and the greatest where there is one. */
  readonly number?: readonly [from: number, to?: number];
  /** The option that it does not go with. */
  readonly conflicts?: string;
}

/** The argument of a command, by a name that may be another in each language, with its description. */
export interface ArgumentText extends Wording, Values {
  readonly name: string | Wording;
}

/** A command: all that help says of it. */
export interface CommandDefinition {
  readonly name: string;
  /** For the list of commands. */
  readonly summary?: Wording;
  /** Help does not list it: scripts call it. */
  readonly isHidden?: true;
  readonly description: Wording;
  readonly argument?: ArgumentText;
  readonly options?: readonly OptionText[];
  readonly examples: readonly string[];
}

/** The definition of a command, of which the types of what it is given follow: see `FlagsOf`. */
export const defineCommand = <const Definition extends CommandDefinition>(definition: Definition) =>
  definition;

/** A command with its work, or the commands that it consists of. */
export interface WorkingCommand extends CommandDefinition {
  readonly commands?: readonly WorkingCommand[];
  readonly load?: () => Promise<(...given: never) => Promise<Outcome>>;
}

/** A command with its work. @param load loads the code of the work when the command is called */
export const withWork = <Definition extends CommandDefinition>(
  definition: Definition,
  load: () => Promise<(...given: Given<Definition>) => Promise<Outcome>>,
): WorkingCommand => ({ ...definition, load });

/** What the work of a command is given. */
type Given<Definition> = [...Arguments<Definition>, FlagsOf<Definition>, Context, Command];

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

/** The options that the command line gives to a command, by the names that commander makes of their flags. */
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
