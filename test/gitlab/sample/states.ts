import { kindOf } from './kinds.ts';

/** A way in which one project of the sample differs from all others. */
export type SpecialState =
	| 'mise-only'
	| 'tool-versions-only'
	| 'tags-only'
	| 'upcoming-first'
	| 'pipelines-hidden'
	| 'no-versions'
	| 'no-pipelines'
	| 'code-hidden';

const forGo: readonly SpecialState[] = [
	'upcoming-first',
	'mise-only',
	'tags-only',
	'tool-versions-only',
];
const forOthers: readonly SpecialState[] = [
	'pipelines-hidden',
	'no-versions',
	'no-pipelines',
	'code-hidden',
];

/** Gives each special state to one project, as far as there are projects for them. */
export function assignStates(paths: readonly string[]): Map<string, SpecialState> {
	const isGo = (path: string): boolean => kindOf(path) === 'go';
	return new Map([
		...pairs(paths.filter(isGo), forGo),
		...pairs(
			paths.filter((path) => !isGo(path)),
			forOthers,
		),
	]);
}

function pairs(
	paths: readonly string[],
	states: readonly SpecialState[],
): (readonly [string, SpecialState])[] {
	return states.flatMap((state, index) => {
		const path = paths[index];
		return path === undefined ? [] : [[path, state] as const];
	});
}
