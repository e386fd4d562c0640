/** Loaded before a command: no file watcher tells it of a change in registry or pages, as may happen on a busy machine. */

import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { handbookPath } from '#store/page-files.ts';
import { registryFolder } from '#store/registry-files.ts';

const { watch } = fs;

Object.assign(fs, {
	watch: (...asked: Parameters<typeof watch>): unknown =>
		[registryFolder, handbookPath].some((folder) => String(asked[0]).includes(folder))
			? Object.assign(new EventEmitter(), { close: () => undefined })
			: Reflect.apply(watch, fs, asked),
});
syncBuiltinESMExports();
