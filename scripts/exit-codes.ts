/** Exit codes of every command. */
export const exitCodes = {
	/** Done; what is old or missing is labeled. */
	fine: 0,
	/** `--strict` found something. */
	strict: 1,
	/** Settings, arguments, registry, pages or token are wrong. */
	wrong: 2,
	/** A bug, a full disk, no permission: what sysexits.h calls EX_SOFTWARE. */
	crash: 70,
} as const;

/** What a help text says of them. */
export const exitWords: readonly (readonly [keyof typeof exitCodes, string])[] = [
	['fine', 'done; what is old or missing is labeled'],
	['strict', '--strict found something'],
	['wrong', 'a setting, an argument, the registry, a page or the token is wrong'],
	['crash', 'a bug, a full disk or no permission'],
];
