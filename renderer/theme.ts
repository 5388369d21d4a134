// The look of the antd components: official blue, texts with enough contrast, no motion.
import type { ConfigProviderProps } from 'antd';
import type { TextSize } from './state/text-size.ts';

const FONTS =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Nianbao Hei", "WenQuanYi Micro Hei", sans-serif';

/** Component settings for a text size; sizes follow the text so that nothing is cut off at 150 %. */
export const themeFor = (size: TextSize): NonNullable<ConfigProviderProps['theme']> => {
  const scale = size / 100;
  const px = (value: number): number => Math.round(value * scale);
  return {
    token: {
      motion: false,
      fontFamily: FONTS,
      fontSize: px(14),
      controlHeight: px(32),
      controlHeightSM: px(26),
      controlHeightLG: px(38),
      borderRadius: 4,
      colorPrimary: '#0958d9',
      colorPrimaryHover: '#0a4dbf',
      colorPrimaryActive: '#083f9e',
      colorLink: '#0958d9',
      colorLinkHover: '#0a4dbf',
      colorText: '#1d2530',
      colorTextSecondary: '#4b5563',
      colorTextTertiary: '#5b6470',
      colorTextQuaternary: '#5b6470',
      colorTextDescription: '#5b6470',
      colorTextPlaceholder: '#667080',
      colorTextDisabled: '#667080',
      colorError: '#b4231a',
      colorErrorText: '#b4231a',
      colorWarning: '#9a6200',
      colorWarningBg: '#fff6e0',
      colorWarningBorder: '#ecd08a',
      colorErrorBg: '#fdeeec',
      colorErrorBorder: '#efb8b2',
      colorSuccessBg: '#e8f5ed',
      colorSuccessBorder: '#a9d6ba',
      colorWarningText: '#8a5800',
      colorSuccess: '#1b6e3c',
      colorSuccessText: '#1b6e3c',
      colorBorder: '#c3cad4',
      colorBorderSecondary: '#e0e4ea',
      colorBgLayout: '#f2f4f7',
    },
    components: {
      Steps: { descriptionMaxWidth: 160 },
      Modal: { titleFontSize: px(16) },
    },
  };
};
