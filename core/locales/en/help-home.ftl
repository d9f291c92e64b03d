# Words of --help for home.
value-band = BAND
cmd-home = One quiet line about the time of year, at most one a week, chosen on this device
cmd-home-why = Why this one
cmd-home-never = Not this line again
cmd-home-area = Say where you are, if you like
cmd-home-age = Say about how old you are, if you like
cmd-home-off = Show no line at all
cmd-home-on = Let a line be shown again
arg-home-never-id = Name of the line, as home prints it
arg-home-age-band = About how old
arg-remove = Take back what was set
note-home = It is shown only while what you keep is open, and never while everything is resting
examples-home =
    tsunagari home
    tsunagari home why
examples-home-why =
    tsunagari home why
examples-home-never =
    tsunagari home never obon
examples-home-area =
    tsunagari home area 高松市
    tsunagari home area --remove
examples-home-age =
    tsunagari home age 18-29
    tsunagari home age --remove
examples-home-off =
    tsunagari home off
examples-home-on =
    tsunagari home on
