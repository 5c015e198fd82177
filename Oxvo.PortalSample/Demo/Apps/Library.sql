-- autoincrement: the number of a deleted app never becomes another's, so a page that still shows it finds nothing.
create table if not exists apps (
    id integer primary key autoincrement,
    key text unique,
    template text not null,
    title text not null,
    line text not null,
    "values" text not null
);

create table if not exists widget_apps (
    widget text not null,
    app integer not null references apps (id) on delete cascade,
    position integer not null,
    primary key (widget, app)
);
