import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedLooks } from '../../../src/generated/shipped-looks.ts';
import { decodeLook } from '../../../src/look/decode-look.ts';
import { editDocument } from '../../word/parts.ts';
import { goodForm, makeWorld } from '../run-main.ts';

const look = `look: rieng
version: 1
base: ngang
mark: ✓
`;
const badLook = look.replace('mark: ✓', 'mrk: ✓\npage: { headerMm: 9mm }');
const shipped = (name: string) => readFileSync(`templates/${name}.docx`);

const badTemplate = editDocument(shipped('bieu-so-2'), (xml) => xml.replace('{area.title}', '{area.titel}'));

describe('template list and show', () => {
  test('one line for each look, the reference first', async () => {
    const { code, out } = await makeWorld().run(['template', 'list']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual([
      'bieu-so-2         A4 portrait, margins 20/20/30/15 mm, Times New Roman 13/12',
      'ngang             A4 landscape, margins 30/15/20/20 mm, Times New Roman 13/12',
      'van-ban-nha-nuoc  A4 portrait, margins 20/20/30/15 mm, Times New Roman 14/13',
    ]);
  });

  test.each(Object.keys(shippedLooks))('what is shown of %s makes the same look again', async (name) => {
    const { code, out } = await makeWorld().run(['template', 'show', name]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# yaml-language-server: \$schema=\.\/look\.schema\.json\n/);
    expect(decodeLook(parse(out)).look).toEqual(shippedLooks[name]);
  });

  test.each([
    ['ngan', 'Unknown template “ngan”. Did you mean “ngang”?'],
    [
      'toString',
      'Unknown template “toString”. Those that come with bieu2: bieu-so-2, ngang, van-ban-nha-nuoc.',
    ],
  ])('there is none of the name %s', async (name, message) => {
    const { code, err } = await makeWorld().run(['template', 'show', name]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('template new', () => {
  test('writes the shipped template, and never over a file', async () => {
    const world = makeWorld();
    const { code, out } = await world.run(['template', 'new']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote “mau-bieu-so-2\.docx”\n.*bieu2 template check mau-bieu-so-2\.docx\n$/s);
    expect(readFileSync(world.path('mau-bieu-so-2.docx'))).toEqual(shipped('bieu-so-2'));
    writeFileSync(world.path('mau-bieu-so-2.docx'), 'mine');
    const again = await world.run(['template', 'new']);
    expect(again.code).toBe(2);
    expect(again.err).toContain('add --force');
    expect(readFileSync(world.path('mau-bieu-so-2.docx'), 'utf8')).toBe('mine');
    expect((await world.run(['template', 'new', '--force'])).code).toBe(0);
    expect(readFileSync(world.path('mau-bieu-so-2.docx'))).toEqual(shipped('bieu-so-2'));
  });

  test('starts from another look by its name, or from a file', async () => {
    const world = makeWorld({ 'rieng.yaml': look, 'ngang.yaml': readFileSync('templates/ngang.yaml') });
    await world.run(['template', 'new', '--from', 'ngang']);
    expect(readFileSync(world.path('mau-ngang.docx'))).toEqual(shipped('ngang'));
    await world.run(['template', 'new', '--from', 'ngang.yaml', '-o', 'x.docx']);
    expect(readFileSync(world.path('x.docx'))).toEqual(shipped('ngang'));
    expect((await world.run(['template', 'new', '--from', 'rieng.yaml'])).code).toBe(0);
    expect((await world.run(['template', 'check', 'mau-rieng.docx'])).code).toBe(0);
  });

  test.each([
    [['-o', 'x.pdf'], 'the file name must end in .docx'],
    [['--from', 'none.yaml'], 'Cannot read “none.yaml”'],
    [
      ['--from', 'bad.yaml'],
      '\n- bad.yaml:4:1 unknown key “mrk” (Did you mean “mark”?)\n- bad.yaml:5:19 a number is needed',
    ],
    [['-o', 'bad.yaml/x.docx'], 'Cannot write “bad.yaml'],
  ])('refuses %j and writes nothing', async (options, message) => {
    const world = makeWorld({ 'bad.yaml': badLook });
    const { code, err } = await world.run(['template', 'new', ...options]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(world.path('mau-rieng.docx'))).toBe(false);
  });
});

describe('template from', () => {
  const filled = async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    await world.run(['render', 'a.yaml', '-o', 'bieu.docx']);
    return world;
  };

  test('makes a template of a filled-in form, says what it does not print, and never writes over a file', async () => {
    const world = await filled();
    const { code, out } = await world.run(['template', 'from', 'bieu.docx']);
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'Wrote “mau-bieu.docx”',
        'Edit it in Word, leave the placeholders {…} as they are, then run: bieu2 template check mau-bieu.docx',
        'mau-bieu.docx: whole file: warning template the template does not print the mark of a draft (Add a paragraph “{#draft}BẢN NHÁP” to the header of the page.)',
        '',
      ],
    ]);
    expect((await world.run(['template', 'from', 'bieu.docx', '-o', 'mau-bieu.docx'])).err).toContain(
      '--force',
    );
    expect((await world.run(['render', 'a.yaml', '-t', 'mau-bieu.docx', '-o', 'b.docx'])).code).toBe(0);
    expect((await world.run(['diff', 'bieu.docx', 'b.docx'])).code).toBe(0);
  });

  test('refuses what is not a filled-in form', async () => {
    const world = await filled();
    const { code, out } = await world.run(['template', 'from', 'a.yaml', '-o', 'x.docx']);
    expect([code, out]).toEqual([
      1,
      'a.yaml: whole file: error template the file does not have the filled-in table of Biểu số 2\n',
    ]);
    expect(existsSync(world.path('x.docx'))).toBe(false);
    expect((await world.run(['template', 'from', 'none.docx'])).code).toBe(2);
    expect((await world.run(['template', 'from', 'bieu.docx', '-o', 'x.pdf'])).code).toBe(2);
  });
});

describe('template check', () => {
  test('says what can serve, and what others lack and where', async () => {
    const world = makeWorld({
      'good.docx': shipped('bieu-so-2'),
      'good.yaml': look,
      'bad.yaml': badLook,
      'bad.docx': badTemplate,
      'text.docx': 'text',
    });
    const good = await world.run(['template', 'check', 'good.docx', 'good.yaml']);
    expect([good.code, good.out]).toEqual([
      0,
      '“good.docx” is a valid template\n“good.yaml” is a valid template\n',
    ]);
    const { code, out } = await world.run([
      'template',
      'check',
      'bad.yaml',
      'good.yaml',
      'bad.docx',
      'text.docx',
    ]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '“good.yaml” is a valid template',
      'bad.yaml:4:1: error look unknown key “mrk” (Did you mean “mark”?)',
      'bad.yaml:5:19: error look a number is needed (Write the number only: 9)',
      'bad.docx: table 1, row 8: error template unknown placeholder “{area.titel}” (Did you mean {area.title}?)',
      'text.docx: whole file: error template this is not a Word file (.docx)',
    ]);
  });

  test('lists what a template does not print, and render warns of a form that gives it', async () => {
    const undated = editDocument(shipped('bieu-so-2'), (xml) => xml.replaceAll(/\{[#^]?dateLine\}/g, ''));
    const dated = `${goodForm}signatures: { place: Hà Nội }\n`;
    const world = makeWorld({ 'mau.docx': undated, 'a.yaml': goodForm, 'b.yaml': dated });
    const checked = await world.run(['template', 'check', 'mau.docx']);
    expect([checked.code, checked.out.split('\n')]).toEqual([
      0,
      [
        '“mau.docx” is a valid template',
        'mau.docx: whole file: warning template the template does not print place and date (Add {dateLine} where forms should have it.)',
        '',
      ],
    ]);
    const rendered = await world.run(['render', 'a.yaml', 'b.yaml', '-t', 'mau.docx']);
    expect(rendered).toMatchObject({
      code: 0,
      out: 'Wrote “a.docx”\nWrote “b.docx”\n',
      err: 'Warning: the template “mau.docx” does not print these parts of “b.yaml”: place and date. See: bieu2 template check mau.docx\n',
    });
  });

  test('shows a terminal the line and how to fix it', async () => {
    const { out } = await makeWorld({ 'bad.yaml': badLook }).run(['template', 'check', 'bad.yaml'], {
      isTTY: true,
    });
    expect(out).toContain('mrk: ✓');
    expect(out).toContain('Did you mean “mark”?');
  });

  test('a look that is no YAML is told by the same rules as a form', async () => {
    const { code, out } = await makeWorld({ 'a.yaml': 'look: "a\nversion: 1\n' }).run([
      'template',
      'check',
      'a.yaml',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yaml:\d+:\d+: error syntax /);
  });

  test('a file that cannot be read', async () => {
    const { code, err } = await makeWorld().run(['template', 'check', 'none.docx']);
    expect(code).toBe(2);
    expect(err).toContain('Cannot read “none.docx”');
  });
});

describe('render --to', () => {
  const read = (world: ReturnType<typeof makeWorld>, name: string) => readFileSync(world.path(name), 'utf8');

  test('writes several formats beside the source', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    const { code, out } = await world.run(['render', 'a.yaml', '--to', 'docx,html']);
    expect([code, out]).toEqual([0, 'Wrote “a.docx”\nWrote “a.html”\n']);
    expect(read(world, 'a.html')).toContain('PHÒNG TỔ CHỨC');
    expect((await world.run(['render', 'a.yaml', '--to', 'html', '-o', '-'])).out).toContain(
      read(world, 'a.html'),
    );
  });

  test('takes the format from the ending of -o, in a look of the office', async () => {
    const world = makeWorld({ 'a.yaml': goodForm, 'rieng.yaml': look });
    expect((await world.run(['render', 'a.yaml', '-o', 'b.HTML', '-t', 'rieng.yaml'])).code).toBe(0);
    expect(read(world, 'b.HTML')).toContain('✓');
    expect(read(world, 'b.HTML')).toContain('size: 297mm 210mm');
    expect((await world.run(['render', 'a.yaml', '-t', 'rieng.yaml'])).code).toBe(0);
    expect(existsSync(world.path('a.docx'))).toBe(true);
  });

  test('a page that was edited, or is not from bieu2, is left alone', async () => {
    const world = makeWorld({ 'a.yaml': goodForm });
    await world.run(['render', 'a.yaml', '--to', 'html']);
    expect((await world.run(['render', 'a.yaml', '--to', 'html'])).code).toBe(0);
    writeFileSync(world.path('a.html'), read(world, 'a.html').replace('Tiếp nhận', 'Nhận'));
    const edited = await world.run(['render', 'a.yaml', '--to', 'html']);
    expect([edited.code, edited.err.includes('it was edited')]).toEqual([2, true]);
    writeFileSync(world.path('a.html'), '<p>');
    expect((await world.run(['render', 'a.yaml', '--to', 'html'])).err).toContain('it was not made by bieu2');
    expect((await world.run(['render', 'a.yaml', '--to', 'html', '--force'])).code).toBe(0);
  });

  test.each([
    [['--to', 'htm'], 'Unknown format “htm”. Did you mean “html”?'],
    [['--to', 'docx,odt'], 'Unknown format “odt”.'],
    [['--to', 'docx,html', '-o', 'x.docx'], 'Several formats, but only one output “x.docx”'],
    [['--to', 'docx', '-o', 'x.html'], 'The file name “x.html” does not match “--to”'],
    [['-o', 'x.odt'], 'Cannot write “x.odt”'],
    [['--to', 'html', '-t', 'mine.docx'], '“mine.docx” is a Word template'],
    [['--to', 'html', '-t', 'ngan'], 'Did you mean “ngang”?'],
    [['--to', 'html', '-t', 'toString'], 'Unknown template “toString”'],
    [['-t', 'bad.yaml'], 'bad.yaml:4:1 unknown key “mrk”'],
    [['-t', 'bad.docx'], 'table 1, row 8: unknown placeholder “{area.titel}” (Did you mean {area.title}?)'],
  ])('refuses %j and writes nothing', async (options, message) => {
    const world = makeWorld({
      'a.yaml': goodForm,
      'bad.yaml': badLook,
      'bad.docx': badTemplate,
      'mine.docx': shipped('ngang'),
    });
    const { code, err } = await world.run(['render', 'a.yaml', ...options]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    for (const name of ['a.docx', 'a.html', 'x.docx', 'x.html'])
      expect(existsSync(world.path(name))).toBe(false);
  });

  test('one format only goes to standard output', async () => {
    const { code, err } = await makeWorld().run(['render', '-', '--to', 'docx,html'], { stdin: goodForm });
    expect(code).toBe(2);
    expect(err).toContain('Standard output takes one format');
  });
});
