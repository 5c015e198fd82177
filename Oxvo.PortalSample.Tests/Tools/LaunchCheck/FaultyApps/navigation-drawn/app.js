const pages = ['Home', 'Shop', 'Sale', 'Blog', 'Press', 'Jobs', 'Terms', 'Help', 'Contact', 'Account'];
document.querySelector('#app').innerHTML = `<nav>${pages.map((page) => `<a href="/${page}">${page}</a>`).join(' ')}</nav><h1>Your next order</h1>`;
