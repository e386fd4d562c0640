import type { Check } from '#core/inventory/check.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import type { Since } from '#core/base/kept-day.ts';
import { findSince } from '#core/inventory/checks/since.ts';
import { dayOf } from '#core/base/dates.ts';
import { isMoved } from '#core/inventory/project-state.ts';
import type { CheckRules, DeclaredTool } from '#model/checks.ts';
import type { ExportedProject } from '#model/exports/project.ts';
import type { ChecksOfDay } from '#model/history.ts';
import type { Project } from '#model/project.ts';
import type { DeclaredProject } from '#model/declared.ts';
import type { Site } from '#model/site.ts';
import type { About } from '#model/snapshot.ts';
import { projectPage } from '#core/words/links.ts';
import { exportAddresses, type AddressOf } from './addresses.ts';
import { toExportedFacts } from './exported-facts.ts';
import type { ExportedCheck, ExportedTool } from '#model/exports/checks.ts';
import { alignTool, type Aligned } from '#core/inventory/alignment.ts';
import type { LookedFor } from '#core/inventory/file-rules.ts';

export interface ProjectSource {
	declared: DeclaredProject;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
	checks: readonly Check[];
}

export interface Surroundings {
	site: Pick<Site, 'projectGroups'>;
	about: Pick<About, 'pulledAt' | 'filesFor'>;
	checkRules: Pick<CheckRules, 'tools'>;
	/** Of the same source as the snapshot, in any order. */
	history: readonly ChecksOfDay[];
	addressOf: AddressOf;
}

export function toExportedProject(
	{ declared, project, checks }: ProjectSource,
	{ site, about, checkRules, history, addressOf }: Surroundings,
): ExportedProject {
	const { path } = declared;
	return {
		path,
		earlierPaths: declared.earlierPaths,
		name: declared.name,
		...toPlace(declared, site),
		page: addressOf(projectPage(path)),
		badge: addressOf(exportAddresses.badgeOf(path)),
		state: toState(declared, project),
		releaseOverdueAfterDays: declared.releaseOverdueAfterDays ?? null,
		...toExportedFacts(project?.facts ?? null, dayOf(about.pulledAt)),
		tools: checkRules.tools.map((tool) =>
			toExportedTool({ declared, project }, tool, about.filesFor.projects),
		),
		checks: checks.map((check) =>
			toExportedCheck(check, () => findSince(history, pathsOf(declared), check.id)),
		),
		checkCounts: countAnswers(checks),
	};
}

function toPlace(
	declared: DeclaredProject,
	{ projectGroups }: Surroundings['site'],
): Pick<ExportedProject, 'group' | 'category'> {
	const group = projectGroups.find(({ id }) => id === declared.group);
	const category = group?.categories.find(({ id }) => id === declared.category);
	return {
		group: { id: declared.group, title: group?.title ?? declared.group },
		category: category ?? null,
	};
}

function toState(
	{ archived, deprecated, private: isPrivate }: DeclaredProject,
	project: Project | undefined,
): ExportedProject['state'] {
	return {
		answer: project?.answer ?? 'not-pulled',
		moved: project?.facts ? isMoved(project) : null,
		archived: project?.facts?.archived ?? null,
		declaredArchived: archived,
		deprecated,
		private: isPrivate,
	};
}

/** @param findStart Since when the check is broken. `undefined`: no history says. */
function toExportedCheck(check: Check, findStart: () => Since | undefined): ExportedCheck {
	const { id, title, answer, observed, from, readAt, permission, needs, fix, exemption } = check;
	const since = answer === 'broken' || answer === 'exempt' ? findStart() : undefined;
	return {
		id,
		title,
		answer,
		saw: observed,
		readFrom: from,
		readAt,
		permission,
		needs: needs ?? null,
		mend: fix?.text ?? null,
		exemption: exemption
			? { reason: exemption.reason, by: exemption.by, until: exemption.until }
			: null,
		since: since ?? null,
	};
}

/** @param filesFor What was looked for in files when the projects were pulled. */
function toExportedTool(aligned: Aligned, tool: DeclaredTool, filesFor: LookedFor): ExportedTool {
	const { state, pins } = alignTool(aligned, tool, filesFor);
	return {
		id: tool.id,
		name: tool.name,
		agreed: tool.agreed ?? null,
		state,
		versions:
			state === 'unknown' ? null : pins.map(({ version, file, line }) => ({ version, file, line })),
	};
}
