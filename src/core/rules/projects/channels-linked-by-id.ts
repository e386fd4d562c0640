import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';

export const channelsLinkedById: HandbookRule = {
	id: 'channels-linked-by-id',
	title: 'Channels are linked by their ids',
	state: () => "The link to a Slack channel has the channel's id, not its name.",
	why: 'A channel can be renamed, and a link with its id still leads there.',
	needs: { files: ['contact'] },
	lists: [],
	file: 'content/registry/contact.yaml',
	judge: ({ registry }) =>
		judgeEvery({
			all: (registry.contact?.channels ?? []).filter(({ url }) => isSlack(url)),
			isWrong: ({ url }) => !/^\/archives\/[A-Z0-9]{9,}\/?$/.test(new URL(url).pathname),
			toItem: ({ name, url }) => ({ text: name, url }),
			none: {
				observed: 'The registry has no Slack channel.',
				needs: 'A channel in contact.yaml.',
			},
			right: (count) => `${say(count, 'channel', ['is', 'are'])} linked by id.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'channel', ['is', 'are'])} linked by something else.`,
			fix: 'Copy the link of the channel from Slack into content/registry/contact.yaml.',
		}),
};

function isSlack(url: string): boolean {
	return /(^|\.)slack\.com$/.test(new URL(url).hostname);
}
