import type { ProjectPath } from '#model/identifiers.ts';
import type { Check } from '#core/inventory/check.ts';
import { describeEdit } from '#core/inventory/checks/edit.ts';
import { describePlace } from '#core/inventory/place.ts';
import { describeApiFinding } from './describe-api-finding.ts';
import { describeRuleFinding } from './describe-rule-finding.ts';
import type { FindingBase } from '#core/findings/finding-base.ts';
import type {
	ExemptionFinding,
	Finding,
	ListTrouble,
	Need,
	ProjectFinding,
} from '#core/findings/finding.ts';
import { describeCitedChange } from '../cited-words.ts';
import { describeDoubt } from '../doubt-words.ts';
import { formatCount } from '../formats.ts';
import type { FindingWords } from './finding-words.ts';

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

function describe(finding: Finding): FindingWords {
	if ('exemption' in finding) return describeExemptionFinding(finding);
	switch (finding.rule) {
		case 'checks-unknown':
			return {
				found: `The check "${finding.check}" (${finding.title}) couldn't be made for ${nameProjects(finding.projects)}.`,
				fix: describeNeeds(finding.needs),
			};
		case 'group-not-visible':
			return {
				found: `GitLab doesn't show the group ${finding.group} to people who aren't signed in: it is missing or private. We publish nobody in it.`,
				fix: 'Correct the path, or make the group public on GitLab.',
			};
		case 'complete-group-not-visible':
			return {
				found: `Every project of the group ${finding.group} should be declared, but GitLab doesn't show the group to people who aren't signed in: it is missing or private. We can't see its projects.`,
				fix: 'Correct the path, make the group public on GitLab, or remove it from completeGroups.',
			};
		case 'milestone-without-planning-issue':
			return {
				found: `%${finding.milestone} has no planning issue in ${finding.project} with the label ~"${finding.label}".`,
				fix: `Open one, or add the one that exists to %${finding.milestone}.`,
			};
		case 'contact-project-not-declared':
			return {
				found: `The issue goes to ${finding.project}, which isn't declared in content/registry/projects.yaml.`,
				fix: "Correct the path, or add ours: false if the project is another team's.",
			};
		case 'contact-label-unseen':
			return {
				found: `The issue gets the label ~"${finding.label}", but no issue of the plan has it.`,
				fix: "Correct the label if it's misspelled.",
			};
		case 'page-in-doubt':
			return {
				found: `The page names ${describeDoubt(finding.doubt)}.`,
				fix: 'Bring the text up to date.',
			};
		case 'onboarding-target-changed':
			return {
				found: `The step "${finding.step}" leads to ${finding.cited.path}, ${describeCitedChange(finding.cited)}.`,
				fix: 'Change the target of the step, or remove the step.',
			};
		case 'list-stale':
			return {
				found: `The snapshot's list "${finding.list}" is from ${finding.pulledAt}; newer pulls failed.`,
				...describeFailure(finding),
			};
		case 'list-missing':
			return {
				found: `The snapshot has no list "${finding.list}", so pages can't show it.`,
				...describeFailure(finding),
			};
		case 'check':
		case 'project-not-pulled':
		case 'project-no-longer-declared':
		case 'project-not-declared':
			return describeProjectFinding(finding);
		case 'rule-fails':
		case 'rule-not-checked':
		case 'rule-exemption-not-needed':
			return describeRuleFinding(finding);
		case 'endpoint-not-declared':
		case 'endpoint-not-documented':
		case 'endpoints-not-in-source':
		case 'docs-anchor-gone':
		case 'page-without-endpoints':
		case 'consumer-calls-nothing':
		case 'call-unmapped':
		case 'consumer-not-read':
		case 'deprecated-endpoint-called':
			return describeApiFinding(finding);
	}
}

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
}: ListTrouble): Pick<FindingWords, 'why' | 'whyForPull' | 'command'> {
	if (forReaders !== undefined) return { why: forReaders, whyForPull: reason };
	return { why: reason, command: 'Run npm run pull to try again.' };
}

function describeProjectFinding(finding: FindingBase & ProjectFinding): FindingWords {
	switch (finding.rule) {
		case 'check':
			return describeCheck(finding.project, finding.result);
		case 'project-not-pulled':
			return {
				found: `${finding.project} is declared, but isn't in the snapshot yet.`,
				command: 'Run npm run pull.',
			};
		case 'project-no-longer-declared':
			return {
				found: `${finding.project} is in the snapshot, but is no longer declared here.`,
				fix: 'Declare it again if you still want it; the next pull drops it otherwise.',
			};
		case 'project-not-declared':
			return {
				found: `${finding.project} isn't declared, but GitLab lists it in ${finding.group}${finding.archived ? ' as archived' : ''}.`,
				fix: 'Declare it, or move it out of the group on GitLab.',
			};
	}
}

function describeCheck(project: ProjectPath, check: Check): FindingWords {
	const { id, title, answer, observed, fix } = check;
	const state =
		answer === 'broken'
			? `${project} fails the check "${id}" (${title})`
			: `We couldn't make the check "${id}" (${title}) for ${project}`;
	return { found: `${state}: ${observed}`, ...(fix && { fix: fix.text }) };
}

function describeExemptionFinding(finding: FindingBase & ExemptionFinding): FindingWords {
	const { project, check, until } = finding.exemption;
	const exemption = `The exemption of ${project} from the check "${check}"`;
	switch (finding.rule) {
		case 'exemption-ended':
			return {
				found: `${exemption} ended on ${until}, so the check counts again.`,
				fix: 'Fix what the check finds and remove the exemption, or give it a later day and a reason that still applies.',
			};
		case 'exemption-not-needed':
			return { found: `${exemption} isn't needed: the check passes.`, fix: 'Remove it.' };
		case 'exemption-of-nothing':
			return {
				found: `${exemption} has no effect: ${nothings[finding.why]}.`,
				fix: 'Correct it, or remove it.',
			};
	}
}

const nothings: Record<Extract<Finding, { rule: 'exemption-of-nothing' }>['why'], string> = {
	'project-not-declared': 'content/registry/projects.yaml has no such project',
	'no-such-check': 'there is no such check that can fail',
	'not-applicable': "the check doesn't apply to the project",
};

/** Of many, only the first are named: the report for programs has all. */
const namedProjects = 5;

function nameProjects(paths: readonly ProjectPath[]): string {
	const rest = paths.length - namedProjects;
	const named = paths.slice(0, namedProjects).join(', ');
	return `${formatCount(paths.length, 'project')}: ${named}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}
