import type { DeclaredTool } from '#model/checks.ts';
import type { Project, ProjectFacts, ToolPin } from '#model/project.ts';
import type { DeclaredProject } from '#model/registry.ts';
import { findArchived, findFacts } from './checks/gate.ts';
import { needsPart } from './checks/hidden.ts';
import {
	compareVersions,
	measureBehind,
	parseVersion,
	type Behind,
	type Version,
} from './versions.ts';

interface Pinned {
	/** All places that say a version, in the order of the facts. */
	pins: readonly ToolPin[];
	/** True: they do not say the same. */
	differ: boolean;
}

/** Which version of a tool a project uses, against the agreed one. */
export type Alignment = Pinned &
	(
		| { state: 'agreed' | 'ahead' | 'not-comparable'; /** The one that decides. */ pin: ToolPin }
		| { state: 'behind'; pin: ToolPin; behind: Behind }
		/** The registry agrees on no version: pins are shown and not judged. */
		| { state: 'no-agreement' }
		/** It is mainly written in the tool's language, and nothing says a version. */
		| { state: 'not-pinned'; language: string }
		| { state: 'not-applicable'; why: string }
		| { state: 'unknown'; why: string; needs: string }
	);

interface Aligned {
	declared: DeclaredProject;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
}

/**
 * Compares the version of a tool that a project says with the agreed one: one cell of the matrix.
 *
 * Of several places the one that is furthest behind decides. Places that say no version, such as
 * `latest`, decide only when no other is there. What was found is judged even when a file could not
 * be read; that nothing was found is said only when all were.
 */
export function alignTool({ declared, project }: Aligned, tool: DeclaredTool): Alignment {
	const nothing = { pins: [], differ: false };
	const archived = findArchived(declared, project);
	if (archived) return { state: 'not-applicable', why: archived.why, ...nothing };
	const gate = findFacts({ declared, project });
	switch (gate.answer) {
		case 'not-applicable':
			return { state: 'not-applicable', why: gate.why, ...nothing };
		case 'unknown':
			return { state: 'unknown', why: gate.why, needs: gate.needs, ...nothing };
		case 'facts':
			return alignFacts(gate.facts, tool);
	}
}

function alignFacts(facts: ProjectFacts, tool: DeclaredTool): Alignment {
	const pins = facts.toolPins.filter((pin) => pin.tool === tool.id);
	const deciding = findDecidingPins(facts, tool);
	const [first, ...others] = deciding;
	if (first === undefined) return { ...explainNone(facts, tool), pins, differ: false };
	const differ = differInVersion(deciding);
	if (tool.agreed === undefined) return { state: 'no-agreement', pins, differ };
	return { ...judge([first, ...others], tool.agreed), pins, differ };
}

/** The places whose version counts, in the order of the facts. */
export function findDecidingPins(
	{ toolPins }: Pick<ProjectFacts, 'toolPins'>,
	tool: Pick<DeclaredTool, 'id' | 'pins'>,
): ToolPin[] {
	const pins = toolPins.filter((pin) => pin.tool === tool.id);
	return tool.pins.goDirective ? withoutReplacedGo(pins) : pins;
}

/** In go.mod, the line `toolchain` counts instead of the line `go`: Go uses the newer one. */
function withoutReplacedGo(pins: readonly ToolPin[]): ToolPin[] {
	return pins.filter(
		(pin) =>
			!isGoMod(pin.file) || !pins.some((other) => other.file === pin.file && isNewer(other, pin)),
	);
}

function isGoMod(file: string): boolean {
	return /(^|\/)go\.mod$/.test(file);
}

/** Newer, or the same and more exact. */
function isNewer(pin: ToolPin, other: ToolPin): boolean {
	const [a, b] = [parseVersion(pin.version), parseVersion(other.version)];
	if (a === undefined || b === undefined) return false;
	return (
		compareVersions(a, b) > 0 || (compareVersions(a, b) === 0 && a.parts.length > b.parts.length)
	);
}

/** Whether some of them say another version than others: `1.26` and `1.26.5` are the same. */
export function differInVersion(pins: readonly ToolPin[]): boolean {
	const versions = [...new Set(pins.map(({ version }) => version))];
	return versions.some((a, index) =>
		versions.slice(index + 1).some((b) => {
			const [versionA, versionB] = [parseVersion(a), parseVersion(b)];
			return versionA && versionB ? compareVersions(versionA, versionB) !== 0 : true;
		}),
	);
}

type Judged =
	| { state: 'agreed' | 'ahead' | 'not-comparable'; pin: ToolPin }
	| { state: 'behind'; pin: ToolPin; behind: Behind };

function judge(pins: readonly [ToolPin, ...ToolPin[]], agreed: string): Judged {
	const wanted = parseVersion(agreed);
	const [oldest] = wanted ? sortByAge(pins, wanted) : [];
	if (wanted === undefined || oldest === undefined) {
		const other = pins.find(({ version }) => version !== agreed);
		return other ? { state: 'not-comparable', pin: other } : { state: 'agreed', pin: pins[0] };
	}
	const { pin, version } = oldest;
	const behind = measureBehind(version, wanted);
	if (behind) return { state: 'behind', pin, behind };
	return { state: compareVersions(version, wanted) > 0 ? 'ahead' : 'agreed', pin };
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

type Unpinned =
	| { state: 'not-pinned'; language: string }
	| { state: 'not-applicable'; why: string }
	| { state: 'unknown'; why: string; needs: string };

/** Why there is no pin. Only where all files were read it is because none says a version. */
function explainNone(facts: ProjectFacts, tool: DeclaredTool): Unpinned {
	const hidden = needsPart(facts, ['code', 'files']);
	if (hidden !== undefined)
		return { state: 'unknown', why: 'GitLab hides its files.', needs: hidden };
	const unread = facts.unreadFiles.find((file) => mayPin(file, tool));
	if (unread !== undefined) {
		return { state: 'unknown', why: `${unread} could not be read.`, needs: 'The next pull.' };
	}
	const { language, name } = tool;
	const none = `No file that we read says a version of ${name}.`;
	if (language === undefined) return { state: 'not-applicable', why: none };
	const noLanguages = needsPart(facts, ['languages']);
	if (noLanguages !== undefined) {
		return { state: 'unknown', why: 'GitLab hides its languages.', needs: noLanguages };
	}
	return facts.languages[0]?.name.toLowerCase() === language.toLowerCase()
		? { state: 'not-pinned', language }
		: { state: 'not-applicable', why: `It is not mainly written in ${language}. ${none}` };
}

/** Whether a file is one of those in which the tool is looked for. */
function mayPin(file: string, { pins }: DeclaredTool): boolean {
	const name = file.slice(file.lastIndexOf('/') + 1);
	if (name === 'CODEOWNERS') return false;
	if (name === 'go.mod') return pins.goDirective || pins.goModules.length > 0;
	if (name === '.tool-versions' || name === 'mise.toml' || name === '.mise.toml') {
		return pins.names.length > 0;
	}
	return pins.variables.length > 0 || pins.images.length > 0;
}
