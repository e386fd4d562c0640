import type { Pipeline } from '#model/project.ts';
import { capitalise } from './formats.ts';
import type { Wording } from './tone.ts';

const words = new Map<string, Wording>([
	['success', { word: 'Passed', tone: 'good' }],
	['failed', { word: 'Failed', tone: 'bad' }],
	['running', { word: 'Running', tone: 'now' }],
	['manual', { word: 'Waits for a person', tone: 'quiet' }],
]);

/** They say what they mean, but for an underscore: `Waiting for resource`. */
const plain =
	/^(canceled|canceling|created|pending|preparing|scheduled|skipped|waiting_for_(callback|resource))$/;

/** A pipeline's status in words. A status that we do not know is said as GitLab says it. */
export function pipelineWords({ status }: Pick<Pipeline, 'status'>): Wording {
	const word = plain.test(status) ? capitalise(status.replaceAll('_', ' ')) : status;
	return words.get(status) ?? { word, tone: 'quiet' };
}
