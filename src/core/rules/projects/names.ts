import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, HandbookRules } from '#core/rules/frame/rule.ts';
import type { NamedTitle } from '#model/named.ts';

export const nameRules = {
	'labels-exist': {
		title: 'The labels exist',
		state: () => 'Every label that this handbook names is on GitLab.',
		why: "An issue with a misspelled label is in nobody's list.",
		needs: {},
		lists: ['named'],
		judge: judgeNames('label', {
			none: "We haven't looked for any label on GitLab yet.",
			fix: 'Correct the name in the registry or on the page, or create the label again.',
		}),
	},
	'milestones-exist': {
		title: 'The milestones exist',
		state: () => 'Every milestone that a page of this handbook names is on GitLab.',
		why: 'A link to a milestone that is gone leads to an empty search.',
		needs: {},
		ofMilestonesAlone: true,
		lists: ['named'],
		judge: judgeNames('milestone', {
			none: 'No page named a milestone when we last pulled.',
			fix: 'Correct the title on the page, or name another milestone.',
		}),
	},
} satisfies HandbookRules;

const sigils = { label: '~', milestone: '%' };

function judgeNames(
	kind: NamedTitle['kind'],
	{ none, fix }: { none: string; fix: string },
): HandbookRule['judge'] {
	return (world) =>
		judgeEvery({
			all: world.snapshot.rows.named.flatMap((one) => (one.kind === kind ? [one] : [])),
			isWrong: ({ exists }) => !exists,
			toItem: ({ name, place }) => ({ text: `${sigils[kind]}"${name}" in ${place}` }),
			none: { observed: none, needs: 'A pull by GraphQL after the registry or a page names one.' },
			noun: kind,
			right: ['is', 'are', 'on GitLab'],
			wrong: ["isn't", "aren't", 'on GitLab'],
			fix,
		});
}
