import { parseHttpMethod } from './text-purpose.ts';

/** The method by which `glab api` asks. `null`: it is given what nobody can tell. */
export function methodOfCommand(command: string): string | null {
	const [marked, said] = /(?:--method|["'`]-X)(?:["'`,\s=]+([A-Za-z]+))?/.exec(command) ?? [];
	if (marked !== undefined) return parseHttpMethod(said ?? '');
	if (command.includes('...')) return null;
	return /["'`](-[fF]|--(raw-)?field|--input)\b/.test(command) ? 'POST' : 'GET';
}

/** The words of a command that is written out as one text. Empty: it is none. */
export function wordsOfCommand(text: string): string[] {
	return /\b(curl|wget|glab api)\s/.test(text) ? text.split(/[\s"'`]+/) : [];
}
