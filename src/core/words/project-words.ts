import { alignFacts } from '#core/inventory/alignment.ts';
import { findUnknown, type Gaps } from '#core/inventory/unseen.ts';
import { projectStates, type ProjectState } from '#core/inventory/project-state.ts';
import type { DeclaredTool } from '#model/checks.ts';
import type { Project, ProjectFacts, ProjectPart } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Wording } from './tone.ts';

/** What the registry says of a project, or of a consumer, which it says less of. */
export type DeclaredState = Partial<
	Pick<DeclaredProject, 'deprecated' | 'archived' | 'instance' | 'private'>
>;

const states: Record<ProjectState | 'private', Wording> = {
	moved: { word: 'Moved', tone: 'warn', mark: 'arrow' },
	'to-be-deleted': { word: 'To be deleted', tone: 'warn' },
	archived: { word: 'Archived', tone: 'quiet', mark: 'slash' },
	'missing-or-private': { word: 'Missing or private', tone: 'warn' },
	private: { word: 'Private', tone: 'quiet' },
	'other-instance': { word: 'On another instance', tone: 'quiet' },
};

/**
 * A project's states as words, at least one. Those that the team declares come after GitLab's.
 *
 * @param project `undefined`: the snapshot knows nothing of it.
 */
export function stateWords(declared: DeclaredState, project: Project | undefined): Wording[] {
	const { deprecated = false, archived = false } = declared;
	const words = pulledStates(declared, project).map((state) => states[state]);
	if (archived && !words.includes(states.archived)) words.push(states.archived);
	if (deprecated) words.push({ word: 'Deprecated', tone: 'warn' });
	if (words.length > 0) return words;
	if (project === undefined) return [{ word: 'Not pulled yet', tone: 'quiet' }];
	return project.facts?.archived === null
		? [{ word: 'Archived: not known', tone: 'quiet' }]
		: [{ word: 'Active', tone: 'good' }];
}

function pulledStates(
	{ instance, private: isPrivate = false }: DeclaredState,
	project: Project | undefined,
): readonly (keyof typeof states)[] {
	// Then it is where the team has said that it is.
	if (isPrivate && project?.answer === 'missing-or-private') return ['private'];
	if (project !== undefined) return projectStates(project);
	return instance === undefined ? [] : ['other-instance'];
}

/** Why there is no value: GitLab hides one of these parts, or failed to answer, or there is none. */
export function describeAbsence(facts: Gaps, parts: readonly ProjectPart[]): string {
	if (parts.some((part) => facts.hidden.includes(part))) return 'not visible without signing in';
	return findUnknown(facts, parts) ? 'not known' : 'none';
}

/** The parts that a stranger has to see before we show the value. */
export const partsOf = {
	version: ['releases', 'code'],
	toolVersion: ['files', 'code'],
	languages: ['languages', 'code'],
	pipeline: ['pipelines', 'code'],
	code: ['code'],
} as const satisfies Record<string, readonly ProjectPart[]>;

export function describeNoLicence(facts: Gaps): string {
	const absence = describeAbsence(facts, partsOf.toolVersion);
	return absence === 'none' ? 'none that GitLab recognizes' : absence;
}

export function describeAbsenceOfCadence(
	facts: Pick<ProjectFacts, 'releaseDates' | 'latestVersion'> & Gaps,
): string {
	return facts.latestVersion === null
		? describeAbsence(facts, partsOf.version)
		: 'too few releases to tell';
}

/** The version that decides, as its check judges it, and whether another file says something else. */
export function describeToolVersion(
	facts: Pick<ProjectFacts, 'toolPins' | 'unreadFiles' | 'languages'> & Gaps,
	tool: DeclaredTool,
): string {
	const alignment = alignFacts(facts, tool);
	const pin = 'pin' in alignment ? alignment.pin : alignment.pins[0];
	if (pin !== undefined) {
		return alignment.differ ? `${pin.version} (files differ)` : pin.version;
	}
	const absence = describeAbsence(facts, partsOf.toolVersion);
	return absence === 'none' && alignment.unread.length > 0 ? 'not known' : absence;
}
