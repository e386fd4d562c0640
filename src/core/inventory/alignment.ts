import type { DeclaredTool } from '#model/checks.ts';
import type { Project, ProjectFacts, ToolPin, UnreadFile } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import { parseVersion, type Version } from '#model/version.ts';
import { findArchived, findFacts } from './gate.ts';
import { findUnseen, type Gaps, type Unseen } from './unseen.ts';
import { differInVersion, findDecidingPins } from './deciding-pins.ts';
import { kindOf } from './file-kinds.ts';
import { isReadForTool, type LookedFor } from './file-rules.ts';
import { describeUnread, isReadLater, needsForUnread } from './unread-files.ts';
import { compareVersions, measureBehind, type Behind } from '#core/base/versions.ts';

interface Pinned {
	/** All places that say a version, in the order of the facts. */
	pins: readonly ToolPin[];
	/** True: they do not say the same. */
	differ: boolean;
	/** Files that may say one and were not read. */
	unread: readonly UnreadFile[];
}

/** `pin` is the one that decides. */
interface BehindAt {
	state: 'behind';
	pin: ToolPin;
	behind: Behind;
	/** All that are behind, in the order of the facts: each has to be changed. */
	places: readonly ToolPin[];
}

/** Which version of a tool a project uses, against the agreed one. */
export type Alignment = Pinned &
	(
		| { state: 'agreed' | 'ahead' | 'not-comparable'; /** The one that decides. */ pin: ToolPin }
		| BehindAt
		/** The registry agrees on no version: pins are shown and not judged. */
		| { state: 'no-agreement' }
		/** It is mainly written in the tool's language, and nothing says a version. */
		| { state: 'not-pinned'; language: string }
		| { state: 'not-applicable'; why: string }
		| Unknown
	);

export interface Aligned {
	declared: DeclaredProject;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
}

/**
 * Compares the version of a tool that a project says with the agreed one: one cell of the matrix.
 *
 * Of several places the one that is furthest behind decides. Places that say no version, such as
 * `latest`, decide only when no other is there. A file that the next pull reads may be behind: until
 * then nobody can say that a project is not. One that is never read is no reason to know nothing: it
 * is named. That nothing was found is said only when all were read.
 *
 * @param filesFor What was looked for in files when the project was pulled: nothing is said of a tool
 * that was looked for otherwise, or never.
 */
export function alignTool(
	{ declared, project }: Aligned,
	tool: DeclaredTool,
	filesFor: LookedFor,
): Alignment {
	const nothing = { pins: [], differ: false, unread: [] };
	const gate = findArchived(declared, project) ?? findFacts({ declared, project });
	if (gate.answer === 'facts') {
		return isReadForTool(filesFor, tool)
			? alignFacts(gate.facts, tool)
			: { ...explainUnasked(gate.facts, tool), ...nothing };
	}
	return gate.answer === 'unknown'
		? { state: 'unknown', why: gate.why, needs: gate.needs, ...nothing }
		: { state: 'not-applicable', why: gate.why, ...nothing };
}

function explainUnasked(facts: ProjectFacts, { name }: DeclaredTool): Unknown {
	return (
		explainHidden(facts) ?? {
			state: 'unknown',
			why: `We haven't looked for ${name} yet as the registry says now.`,
			needs: 'The next pull.',
		}
	);
}

/** As `alignTool`, of a project that GitLab shows and that is in use. */
export function alignFacts(
	facts: Pick<ProjectFacts, 'toolPins' | 'unreadFiles' | 'languages'> & Gaps,
	tool: DeclaredTool,
): Alignment {
	const deciding = findDecidingPins(facts, tool);
	const pinned: Pinned = {
		pins: facts.toolPins.filter((pin) => pin.tool === tool.id),
		differ: differInVersion(deciding),
		unread: facts.unreadFiles.filter(({ file }) => mayPin(file, tool)),
	};
	const [first, ...others] = deciding;
	if (first === undefined) return { ...explainNone(facts, tool, pinned.unread), ...pinned };
	if (tool.agreed === undefined) return { state: 'no-agreement', ...pinned };
	const judged = judge([first, ...others], tool.agreed);
	const later = pinned.unread.find(isReadLater);
	if (judged.state === 'behind' || later === undefined) return { ...judged, ...pinned };
	const { file, version } = judged.pin;
	const why = `${file} says ${version}, and ${describeUnread(later)} could not be read.`;
	return { state: 'unknown', why, needs: needsForUnread(later), ...pinned };
}

type Judged = { state: 'agreed' | 'ahead' | 'not-comparable'; pin: ToolPin } | BehindAt;

function judge(pins: readonly [ToolPin, ...ToolPin[]], agreed: string): Judged {
	const wanted = parseVersion(agreed);
	const [oldest] = wanted ? sortByAge(pins, wanted) : [];
	if (wanted === undefined || oldest === undefined) {
		return { state: 'not-comparable', pin: pins[0] };
	}
	const { pin, version } = oldest;
	const behind = measureBehind(version, wanted);
	if (behind) {
		const places = pins.filter((one) => isBehind(one, wanted));
		return { state: 'behind', pin, behind, places };
	}
	return { state: compareVersions(version, wanted) > 0 ? 'ahead' : 'agreed', pin };
}

function isBehind(pin: ToolPin, wanted: Version): boolean {
	const version = parseVersion(pin.version);
	return version !== undefined && measureBehind(version, wanted) !== undefined;
}

/** The oldest first. Parts that a version leaves open are taken to be as agreed. */
function sortByAge(
	pins: readonly ToolPin[],
	agreed: Version,
): { pin: ToolPin; version: Version }[] {
	return pins
		.flatMap((pin) => {
			const version = parseVersion(pin.version);
			if (version === undefined) return [];
			const open = agreed.parts.slice(version.parts.length);
			return [{ pin, version, whole: { ...version, parts: [...version.parts, ...open] } }];
		})
		.toSorted((a, b) => compareVersions(a.whole, b.whole));
}

interface Unknown extends Unseen {
	state: 'unknown';
}

type Unpinned =
	{ state: 'not-pinned'; language: string } | { state: 'not-applicable'; why: string } | Unknown;

/** Why there is no pin. Only where all files were read it is because none says a version. */
function explainNone(
	facts: Pick<ProjectFacts, 'languages'> & Gaps,
	tool: DeclaredTool,
	unread: readonly UnreadFile[],
): Unpinned {
	const hidden = explainHidden(facts);
	if (hidden) return hidden;
	const first = unread.find(isReadLater) ?? unread[0];
	if (first !== undefined) {
		const why = `${describeUnread(first)} could not be read.`;
		return { state: 'unknown', why, needs: needsForUnread(first) };
	}
	const { language, name } = tool;
	const none = `No file that we read says a version of ${name}.`;
	if (language === undefined) return { state: 'not-applicable', why: none };
	const noLanguages = findUnseen(facts, ['languages']);
	if (noLanguages !== undefined) return { state: 'unknown', ...noLanguages };
	return facts.languages[0]?.name.toLowerCase() === language.toLowerCase()
		? { state: 'not-pinned', language }
		: { state: 'not-applicable', why: `It isn't mainly written in ${language}. ${none}` };
}

function explainHidden(facts: Gaps): Unknown | undefined {
	const unseen = findUnseen(facts, ['code', 'files'], 'files');
	return unseen && { state: 'unknown', ...unseen };
}

/** Whether a file is one of those in which the tool is looked for. */
function mayPin(file: string | null, { pins }: DeclaredTool): boolean {
	switch (kindOf(file)) {
		case 'CODEOWNERS':
			return false;
		case 'go.mod':
			return pins.goDirective || pins.goModules.length > 0;
		case 'mise.toml':
		case '.tool-versions':
			return pins.names.length > 0;
		case '.gitlab-ci.yml':
			return pins.variables.length > 0 || pins.images.length > 0;
	}
}
