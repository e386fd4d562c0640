import { kindOf } from './kinds.ts';

/** A way in which a project of the sample differs from most others. */
export type SpecialState =
	| 'mise-only'
	| 'tool-versions-only'
	| 'tags-only'
	| 'upcoming-first'
	| 'pipelines-hidden'
	| 'no-versions'
	| 'no-pipelines'
	| 'moved'
	| 'code-hidden';

const forGo: readonly SpecialState[] = [
	'upcoming-first',
	'mise-only',
	'tags-only',
	'tool-versions-only',
	'moved',
	'moved',
];
const forOthers: readonly SpecialState[] = [
	'pipelines-hidden',
	'no-versions',
	'no-pipelines',
	'code-hidden',
];

/** Gives the special states to one project each, as far as there are projects for them. */
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

/** A way in which a project in Go says which tools it uses. */
export type ToolState = 'required-module' | 'many-in-mise' | 'latest-image' | 'included-variables';

/** Gives each way of naming tools to one project in Go, and some to a second one. */
export function assignToolStates(paths: readonly string[]): Map<string, ToolState> {
	return new Map(
		pairs(
			paths.filter((path) => kindOf(path) === 'go'),
			[
				'required-module',
				'many-in-mise',
				'latest-image',
				'included-variables',
				'many-in-mise',
				'included-variables',
			],
		),
	);
}

function pairs<State>(
	paths: readonly string[],
	states: readonly State[],
): (readonly [string, State])[] {
	return states.flatMap((state, index) => {
		const path = paths[index];
		return path === undefined ? [] : [[path, state] as const];
	});
}
