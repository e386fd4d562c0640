/** What a program does with a text, as far as it tells whether a path in it is one of the API. */
export type TextPurpose =
	/** It is asked for: `NewRequest(http.MethodGet, "cars/all")`. */
	| 'request'
	/** It is handed to a method with the name of one of HTTP, which other things have too: `client.Get("/cars")`. */
	| 'verb'
	/** It is beside a method of HTTP: `{ url: '/cars', method: 'POST' }`. */
	| 'described'
	/** It has a name that speaks of addresses: `url := "cars/all"`. */
	| 'address'
	/** Its name speaks of a route: one of the API, or of the program itself. */
	| 'route'
	/** It has the name of a path, which pages have too: `{ path: '/cars' }`. */
	| 'page'
	| 'unknown'
	/** It is put into something whose text nobody can tell: `builder.WriteString("cars/")`. */
	| 'open'
	/** People are told of it, or it is looked at: that says nothing of a name that has it. */
	| 'told'
	/** It is something else: a route that the program serves itself, a file. */
	| 'other';

/** A part of a text that the source writes out, or one that varies. */
export type TextPiece =
	| {
			readonly text: string;
			/** Of its first character, counted from 1. */
			readonly line: number;
			/** Its lines are lines of the file. Otherwise a line break in it is written as an escape. */
			readonly raw: boolean;
	  }
	/** What varies, with the word by which the source calls it. */
	| {
			readonly text: null;
			readonly word: string;
			/** All that it may be. */
			readonly choices?: readonly (readonly TextPiece[])[];
	  };

/** Stands between parts of a path. */
export const slash: TextPiece = { text: '/', line: 1, raw: false };

/** The parts of a path with the slashes between them. */
export function withSlashes<Part>(parts: readonly Part[]): (Part | TextPiece)[] {
	return parts.flatMap((part, index) => (index === 0 ? [part] : [slash, part]));
}

/** A text of a program, put together from one expression and from constants. */
export interface SourceText {
	readonly pieces: readonly TextPiece[];
	/** Where the expression begins to write something out. */
	readonly line: number;
	readonly purpose: TextPurpose;
	/** The method of HTTP, where the call tells it. */
	readonly method: string | null;
	/** The same file names the root of the API, or GitLab where another one names the root. */
	readonly isBesideRoot?: boolean;
	/** A file of the project names the root. */
	readonly hasRoot?: boolean;
	/** The file does, or one that it imports. */
	readonly isNearRoot?: boolean;
	/** They name GitLab, or a manifest does: another server may have the same paths and fields. */
	readonly isNearGitLab?: boolean;
	/** The same without what a call of its function says, which need not be a part of a path. */
	readonly otherwise?: readonly TextPiece[];
}

/** Whether source names the root of the API. */
export function namesRoot(source: string): boolean {
	return /api[/_]v4/i.test(source);
}

/** Whether source names GitLab other than as a project's host, or what only GitLab calls so. */
export function namesGitLab(source: string): boolean {
	const names = /gitbeaker|gitlab(?!\.com\/(?!api\b)\w)|\bglab\b|(private|job)[-_]token|ci_api_v4/i;
	// `on CiStage`, `$id: CiStageID!`
	return names.test(source) || /(\bon |\$\w+: ?\[?)Ci[A-Z]/.test(source);
}

/** Stands in a written-out text for what varies. No source has it in a text. */
export const gap = '\0';

/** The text with a gap for what varies. */
export function writeOut({ pieces }: Pick<SourceText, 'pieces'>): string {
	return pieces.map(({ text }) => text ?? gap).join('');
}

/** So many texts one may be: no person writes more in one place. */
const maxSpelled = 100;

/** The text in each way that its choices allow. */
export function spell(pieces: readonly TextPiece[], most = maxSpelled): TextPiece[][] {
	const at = pieces.findIndex((piece) => piece.text === null && piece.choices);
	const piece = pieces[at];
	if (piece?.text !== null || !piece.choices || piece.choices.length > most) return [[...pieces]];
	const { choices } = piece;
	return choices.flatMap((choice) =>
		spell([...pieces.slice(0, at), ...choice, ...pieces.slice(at + 1)], most / choices.length),
	);
}

/** The line of the character at `offset` of the written-out text. */
export function lineAt(
	{ pieces, line }: Pick<SourceText, 'pieces' | 'line'>,
	offset: number,
): number {
	let rest = offset;
	let found = line;
	for (const piece of pieces) {
		const length = piece.text?.length ?? gap.length;
		if (piece.text !== null) {
			const before = piece.text.slice(0, Math.min(rest, length));
			found = piece.line + (piece.raw ? before.split('\n').length - 1 : 0);
		}
		if (rest < length) break;
		rest -= length;
	}
	return found;
}
