import { closestMatch } from 'leven';

/** The word that somebody has probably meant: a third of its letters may differ. `undefined`: none is near. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
	const byLetters = new Map([...known].map((other) => [other.toLowerCase(), other]));
	const most = { maxDistance: Math.ceil(word.length / 3) };
	const nearest = closestMatch(word.toLowerCase(), [...byLetters.keys()], most);
	return nearest === undefined ? undefined : byLetters.get(nearest);
}
