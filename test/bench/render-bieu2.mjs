// Renders a form of so many tasks from memory; prints time and peak memory of this process.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseForm, readTemplate, renderForm, validateForm } from '../../dist/index.js';
import { root } from './measure.mjs';
import { taskList } from './tasks.mjs';

const tasks = taskList(Number(process.argv[2]));
const small = {
  form: 'bieu-so-2',
  version: 1,
  unit: 'VĂN PHÒNG',
  groups: { I: { tasks: ['Lãnh đạo'] }, II: { tasks: tasks.slice(0, 1) }, III: { tasks: tasks.slice(0, 1) } },
};
const { form } = validateForm(parseForm(JSON.stringify(small), 'small.json'), { language: 'en' });
const [first, second, third] = form.groups;
const many = tasks.map(({ text, complexity }, index) => {
  const path = ['groups', 'II', 'tasks', index];
  return { path, isFaulty: false, text: { value: text, path }, complexity: { value: complexity, path } };
});
const large = { ...form, groups: [first, { ...second, tasks: many }, third] };

const start = performance.now();
const { template } = readTemplate(readFileSync(`${root}templates/bieu-so-2.docx`));
const bytes = await renderForm(large, { template });
const time = performance.now() - start;
console.log(JSON.stringify({ time, bytes: bytes.length, peak: process.resourceUsage().maxRSS / 1024 }));
