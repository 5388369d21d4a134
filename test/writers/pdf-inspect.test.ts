// Which fonts were really used: said for whole faces, and for the characters alone where the official font is there.
import { expect, test } from 'vitest';
import { standIns } from '../../electron/core/writers/pdf-inspect.ts';

const font = (face: string, characters: string) => ({
  face,
  drawn: false,
  embedded: true,
  characters: new Set(characters),
});

test('without official fonts the stand-ins are named with what they replace', () => {
  expect(standIns([font('NotoSerifSC-Regular', '一二'), font('LXGWWenKai-Regular', '三')])).toEqual([
    '本机没有安装公文字体，已用随附字体代替：仿宋、宋体用思源宋体，楷体用霞鹜文楷。',
  ]);
});

test('where 仿宋 is installed, the characters it lacks are named, and nothing is said of the others', () => {
  const fonts = [font('FangSong_GB2312', '一二'), font('NotoSerifSC-Regular', '䶮㛃二'), font('SimHei', '一')];
  expect(standIns(fonts)).toEqual(['本机的仿宋、宋体中没有“䶮”“㛃”，已用思源宋体。']);
});

test('with the official fonts alone there is nothing to say', () => {
  expect(standIns([font('FangSong', '一'), font('SimHei', '二'), font('SimSun', '0123')])).toEqual([]);
});
