import { namedId, type NamedTitle } from '#model/named.ts';
import type { Registry } from '#model/registry.ts';
import { findCitations } from './citations.ts';

/** A label or milestone to ask GitLab for. */
export interface NamedQuestion extends Omit<NamedTitle, 'exists'> {
	/** What its place is. */
	in: 'group' | 'project';
}

type Named = Pick<Registry, 'plan' | 'rules' | 'contact' | 'onboarding'>;

/** The labels that the registry names, each where the team uses it. Those of others' projects aren't asked for. */
export function findNamedLabels({ plan, rules, contact, onboarding }: Named): NamedQuestion[] {
	const { planningIssues, workflowScope } = plan;
	const ofGroup = [
		...plan.groupLabels,
		...plan.priorities.map(({ label }) => label),
		...plan.roadmapLabels.map(({ label }) => label),
		...plan.blockedLabels,
		...(plan.reliability?.labels ?? []).map(({ label }) => label),
		...[plan.deliverableLabel, plan.missedDeliverableLabel].filter((one) => one !== undefined),
		...rules.flatMap(({ labels = [] }) => labels),
		...rules.flatMap(({ workflow = [] }) =>
			workflowScope === undefined ? [] : workflow.map((value) => `${workflowScope}::${value}`),
		),
		...(onboarding?.goodFirstIssues?.labels ?? []),
	];
	const issues = (contact?.sections ?? [])
		.flatMap(({ needs }) => needs)
		.flatMap(({ issue }) => (issue?.ours ? [issue] : []));
	const ofProjects = [
		...(planningIssues ? [{ place: planningIssues.project, name: planningIssues.label }] : []),
		...issues.flatMap(({ project, labels }) => labels.map((name) => ({ place: project, name }))),
	];
	return withoutDoubles([
		...ofGroup.map((name) => ({ ...ofKind('label', plan.group), name })),
		...ofProjects.map((one): NamedQuestion => ({ kind: 'label', in: 'project', ...one })),
	]);
}

/** A placeholder for any value: `candidate::x.y`. */
const placeholder = /\bx\.y\b|[<>{}]/;

/**
 * All labels and milestones that registry and pages name.
 *
 * @param texts Of pages, without front matter: MDX.
 */
export function findNamedThings(
	registry: Named & Pick<Registry, 'site'>,
	texts: readonly string[],
): NamedQuestion[] {
	const { instance, references } = registry.site;
	const written = texts
		.flatMap((text) => findCitations(text, instance))
		.flatMap((citation): NamedQuestion[] =>
			citation.kind === 'label' || citation.kind === 'milestone'
				? [{ ...ofKind(citation.kind, references.group), name: citation.title }]
				: [],
		)
		.filter(({ name }) => !placeholder.test(name));
	return withoutDoubles([...findNamedLabels(registry), ...written]);
}

function ofKind(kind: NamedTitle['kind'], group: string): Omit<NamedQuestion, 'name'> {
	return { kind, in: 'group', place: group };
}

function withoutDoubles(questions: readonly NamedQuestion[]): NamedQuestion[] {
	return [...new Map(questions.map((one) => [namedId(one), one])).values()];
}
