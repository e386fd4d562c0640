import type { Exemption } from '#model/checks.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { Why } from '#model/snapshot.ts';
import type { Check } from '#core/inventory/check.ts';
import { describeEdit } from '#core/inventory/checks/edit.ts';
import { describePlace } from '#core/inventory/place.ts';
import type { Finding, FindingData, FindingRule, Need } from '#core/findings/finding.ts';
import { describeCitedChange } from '../cited-words.ts';
import { describeDoubt } from '../doubt-words.ts';
import { formatCount } from '../formats.ts';
import { apiFindingWords } from './api-finding-words.ts';
import type { FindingWords, WordsOf } from './finding-words.ts';
import { ruleFindingWords } from './rule-finding-words.ts';

/** A finding in whole sentences: where, what, and at the end how to fix it, with the lines to change. */
export function describeFinding(finding: Finding): string {
	const { found, why, whyForPull = why, fix = '', command = '' } = describe(finding);
	const { place, edits = [] } = finding;
	const first = [`${describePlace(place)}: ${found}`, whyForPull ?? ''].join(' ').trimEnd();
	const what = [fix, command, edits.map(describeEdit).join('\n')];
	return [first, what.filter((text) => text !== '').join(' ')].join('\n').trimEnd();
}

/** For pages, which show places and lines by themselves: without what only those who pull can do. */
export function describeForReaders(finding: Finding): { found: string; fix: string } {
	const { found, why = '', fix = '' } = describe(finding);
	return { found: `${found} ${why}`.trimEnd(), fix };
}

function describe<Rule extends FindingRule>(finding: Finding<Rule>): FindingWords {
	return findingWords[finding.rule](finding);
}

const findingWords: WordsOf<FindingRule> = {
	...apiFindingWords,
	...ruleFindingWords,
	check: ({ project, result }) => describeCheck(project, result),
	'checks-unknown': ({ check, title, projects, needs }) => ({
		found: `We couldn't run the check "${check}" (${title}) on ${nameProjects(projects)}.`,
		fix: describeNeeds(needs),
	}),
	'project-not-pulled': ({ project }) => ({
		found: `${project} is declared, but isn't in the snapshot yet.`,
		command: 'Run npm run pull.',
	}),
	'project-no-longer-declared': ({ project }) => ({
		found: `${project} is in the snapshot, but is no longer declared here.`,
		fix: 'Declare it again if you still want it; the next pull drops it otherwise.',
	}),
	'project-not-declared': ({ project, group, archived }) => ({
		found: `${project} isn't declared, but GitLab lists it in ${group}${archived ? ' as archived' : ''}.`,
		fix: 'Declare it, or move it out of the group on GitLab.',
	}),
	'exemption-ended': ({ exemption }) => ({
		found: `${nameExemption(exemption)} ended on ${exemption.until}, so the check counts again.`,
		fix: 'Fix what the check finds and remove the exemption, or give it a later day and a reason that still applies.',
	}),
	'exemption-not-needed': ({ exemption }) => ({
		found: `${nameExemption(exemption)} isn't needed: the check passes.`,
		fix: 'Remove it.',
	}),
	'exemption-of-nothing': ({ exemption, why }) => ({
		found: `${nameExemption(exemption)} has no effect: ${nothings[why]}.`,
		fix: 'Correct it, or remove it.',
	}),
	'group-not-visible': ({ group }) => ({
		found: `GitLab doesn't show the group ${group} to people who aren't signed in: it is missing or private. We publish nobody in it.`,
		fix: 'Correct the path, or make the group public on GitLab.',
	}),
	'complete-group-not-visible': ({ group }) => ({
		found: `Every project of the group ${group} should be declared, but GitLab doesn't show the group to people who aren't signed in: it is missing or private. We can't see its projects.`,
		fix: 'Correct the path, make the group public on GitLab, or remove it from completeGroups.',
	}),
	'milestone-without-planning-issue': ({ milestone, project, label }) => ({
		found: `%${milestone} has no planning issue in ${project} with the label ~"${label}".`,
		fix: `Open one, or add the one that exists to %${milestone}.`,
	}),
	'contact-project-not-declared': ({ project }) => ({
		found: `The issue goes to ${project}, which isn't declared in content/registry/projects.yaml.`,
		fix: "Correct the path, or add ours: false if the project is another team's.",
	}),
	'contact-label-unseen': ({ label }) => ({
		found: `The issue gets the label ~"${label}", but no issue of the plan has it.`,
		fix: "Correct the label if it's misspelled.",
	}),
	'page-in-doubt': ({ doubt }) => ({
		found: `The page names ${describeDoubt(doubt)}.`,
		fix: 'Bring the text up to date.',
	}),
	'onboarding-target-changed': ({ step, cited }) => ({
		found: `The step "${step}" leads to ${cited.path}, ${describeCitedChange(cited)}.`,
		fix: 'Change the target of the step, or remove the step.',
	}),
	'list-stale': ({ list, pulledAt, ...trouble }) => ({
		found: `The snapshot's list "${list}" is from ${pulledAt}; newer pulls failed.`,
		...describeFailure(trouble),
	}),
	'list-missing': ({ list, ...trouble }) => ({
		found: `The snapshot has no list "${list}", so pages can't show it.`,
		...describeFailure(trouble),
	}),
};

/** Several needs are those of different projects, and not all of one. */
function describeNeeds(needs: readonly Need[]): string {
	const [only, ...others] = needs;
	if (only === undefined) return '';
	if (others.length === 0) return `To check it, you need: ${only.text}`;
	const each = needs.map(({ text, count }) => `For ${formatCount(count, 'project')}: ${text}`);
	return `To check it, you need something different for each. ${each.join(' ')}`;
}

/** Some reasons say what to do: where a token is missing, another pull alone gets no more. */
function describeFailure({
	reason,
	forReaders,
}: Why): Pick<FindingWords, 'why' | 'whyForPull' | 'command'> {
	if (forReaders !== undefined) return { why: forReaders, whyForPull: reason };
	return { why: reason, command: 'Run npm run pull to try again.' };
}

function describeCheck(project: ProjectPath, check: Check): FindingWords {
	const { id, title, answer, observed, fix } = check;
	const state =
		answer === 'broken'
			? `${project} fails the check "${id}" (${title})`
			: `We couldn't run the check "${id}" (${title}) on ${project}`;
	return { found: `${state}: ${observed}`, ...(fix && { fix: fix.text }) };
}

function nameExemption({ project, check }: Exemption): string {
	return `The exemption of ${project} from the check "${check}"`;
}

const nothings: Record<FindingData['exemption-of-nothing']['why'], string> = {
	'project-not-declared': 'content/registry/projects.yaml has no such project',
	'no-such-check': 'no check that can fail has that name',
	'not-applicable': "the check doesn't apply to the project",
};

/** Of many, only the first are named: the report for programs has all. */
const namedProjects = 5;

function nameProjects(paths: readonly ProjectPath[]): string {
	const rest = paths.length - namedProjects;
	const named = paths.slice(0, namedProjects).join(', ');
	return `${formatCount(paths.length, 'project')}: ${named}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}
