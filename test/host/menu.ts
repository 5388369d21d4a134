// electron.Menu of the stand-in: kept as data and clicked by tests; nothing is drawn, accelerators do nothing.
import type { MenuItemConstructorOptions } from 'electron';
import { missing } from './host.ts';

export class MenuItem {
  readonly submenu: Menu | null;
  constructor(options: MenuItemConstructorOptions) {
    Object.assign(this, { enabled: true, visible: true, label: '', ...options });
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : null;
  }
}

export class Menu {
  readonly items: readonly (MenuItem & { readonly id?: string })[];
  static current: Menu | null = null;
  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map((options) => new MenuItem(options)));
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.current = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.current;
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const hit = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (hit) return hit;
    }
    return null;
  }
  popup(): never {
    return missing('Menu.popup');
  }
}
