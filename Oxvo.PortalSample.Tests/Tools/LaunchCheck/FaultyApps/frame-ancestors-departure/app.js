// The address is not in the script, so only a browser sees where it leads.
location.replace(document.querySelector('a').href);
