import type { Pipeline } from '#model/project.ts';
import type { Wording } from './tone.ts';

const words = new Map<string, Wording>([
	['success', { word: 'Passed', tone: 'good' }],
	['failed', { word: 'Failed', tone: 'bad' }],
	['running', { word: 'Running', tone: 'planned' }],
	['created', { word: 'Created', tone: 'plain' }],
	['pending', { word: 'Pending', tone: 'plain' }],
	['preparing', { word: 'Preparing', tone: 'plain' }],
	['waiting_for_resource', { word: 'Waiting for resource', tone: 'plain' }],
	['scheduled', { word: 'Scheduled', tone: 'plain' }],
	['manual', { word: 'Waits for a person', tone: 'plain' }],
	['canceling', { word: 'Canceling', tone: 'plain' }],
	['canceled', { word: 'Canceled', tone: 'plain' }],
	['skipped', { word: 'Skipped', tone: 'plain' }],
]);

/** A pipeline's status in words. A status that we do not know is said as GitLab says it. */
export function pipelineWords({ status }: Pick<Pipeline, 'status'>): Wording {
	return words.get(status) ?? { word: status, tone: 'plain' };
}
