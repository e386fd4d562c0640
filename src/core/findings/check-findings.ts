import type { CheckId } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Project } from '#model/project.ts';
import type { Declared, DeclaredProject } from '#model/declared.ts';
import type { Check } from '#core/inventory/check.ts';
import { wholeFile, type FindingBase } from './finding-base.ts';
import type { Finding, Need, ProjectList } from './finding.ts';
import { compareText } from '#model/order.ts';

interface Checked {
	declared: Declared<Pick<DeclaredProject, 'path'> & Partial<Pick<DeclaredProject, 'instance'>>>;
	project: Project | undefined;
	checks: readonly Check[];
}

/**
 * Turns the checks of projects into findings: each that is broken, and each project of which nobody
 * knows whether it is private or gone. What else is unknown of a project follows from that, or is
 * told once for all projects by `findUnknownChecks`.
 */
export function findCheckFindings(list: ProjectList, checked: readonly Checked[]): Finding[] {
	return checked.flatMap(({ declared, project, checks }): Finding[] => {
		const about = { place: declared.place, project: declared.path, key: list };
		if (!isPulled(declared, project)) {
			return [{ rule: 'project-not-pulled', level: 'unknown', concerns: 'registry', ...about }];
		}
		return checks
			.filter(
				({ id, answer }) => answer === 'broken' || (id === 'readable' && answer === 'unknown'),
			)
			.map((check) => ({
				rule: 'check',
				level: check.answer === 'broken' ? 'broken' : 'unknown',
				concerns: concernsOf(check.id),
				...about,
				check: check.id,
				edits: check.fix?.edits ?? [],
				result: check,
			}));
	});
}

/** Some checks compare the registry with GitLab. All others are about the project itself. */
const ofRegistry: readonly CheckId[] = ['path', 'readable', 'archived', 'listed'];

function concernsOf(check: CheckId): FindingBase['concerns'] {
	return ofRegistry.includes(check) ? 'registry' : 'project';
}

/** A row that was pulled while the project was declared on another instance knows nothing. */
function isPulled({ instance }: Checked['declared'], project: Project | undefined): boolean {
	if (project === undefined) return false;
	return project.answer !== 'other-instance' || instance !== undefined;
}

/** One finding for each check that is unknown of projects that GitLab shows. */
export function findUnknownChecks(checked: readonly Checked[]): Finding[] {
	const unknowns = checked
		.filter(({ project }) => project?.answer === 'found')
		.flatMap(({ declared, checks }) => checks.map((check) => ({ path: declared.path, check })))
		.filter(({ check }) => check.answer === 'unknown' && check.id !== 'readable');
	const byCheck = Map.groupBy(unknowns, ({ check }) => check.id);
	return Array.from(byCheck, ([id, checks]) => toUnknown(id, checks));
}

function toUnknown(id: CheckId, unknowns: readonly { path: ProjectPath; check: Check }[]): Finding {
	return {
		rule: 'checks-unknown',
		level: 'unknown',
		concerns: concernsOf(id),
		place: wholeFile('projects'),
		check: id,
		title: unknowns[0]?.check.title ?? id,
		projects: unknowns.map(({ path }) => path),
		needs: countNeeds(unknowns.map(({ check }) => check)),
	};
}

/** The most frequent first. */
function countNeeds(checks: readonly Check[]): Need[] {
	const byNeed = Map.groupBy(
		checks.flatMap(({ needs }) => needs ?? []),
		(needs) => needs,
	);
	return Array.from(byNeed, ([text, all]) => ({ text, count: all.length })).toSorted(
		(a, b) => b.count - a.count || compareText(a.text, b.text),
	);
}
