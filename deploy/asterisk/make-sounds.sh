#!/bin/sh
# Makes the sounds that Asterisk's own queues say and play: make-sounds.sh [SOUNDS_FOLDER]
# Chinese position and wait with the numbers they need, our own words in Chinese and English, and quiet music. Needs
# espeak-ng and sox; does nothing when it has made them already. What a recording replaces is one file of the folder.
set -eu
umask 022

sounds=${1:-/usr/share/asterisk/sounds}
stamp=$sounds/switchyard/made-by
made_by=$(cksum <"$0")
[ "$(cat "$stamp" 2>/dev/null)" = "$made_by" ] && exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# say VOICE SPEED LANGUAGE NAME TEXT
say() {
  file=$sounds/$3/$4.alaw
  mkdir -p "$(dirname "$file")"
  espeak-ng -v "$1" -s "$2" -w "$scratch/said.wav" "$5"
  sox "$scratch/said.wav" -t al -r 8000 -c 1 "$file.new" gain -n -6 silence 1 0.01 0.2%
  mv "$file.new" "$file"
}
zh() { say cmn 160 zh "$@"; }
en() { say en 150 en "$@"; }

zh queue-youarenext '您是下一位。'
zh queue-thereare '到您这里，共有'
zh queue-callswaiting '位客户在等待。'
zh queue-holdtime '预计等待'
zh queue-minute '分钟'
zh queue-minutes '分钟'
zh queue-seconds '秒'
zh queue-thankyou '请稍候。'
number=0
for word in 零 一 二 三 四 五 六 七 八 九 十; do
  zh "digits/$number" "$word"
  number=$((number + 1))
done
number=20
for word in 二十 三十 四十 五十 六十 七十 八十 九十; do
  zh "digits/$number" "$word"
  number=$((number + 10))
done
zh digits/2-things 两
zh digits/hundred 百
zh digits/thousand 千
zh switchyard/this-call-is-recorded '为保证服务质量，本次通话将被录音。'
zh switchyard/press-1-to-be-called-back '如需我们稍后给您回电，请按1。'
zh switchyard/nobody-can-serve-you '很抱歉，现在无法为您服务，请稍后再拨。再见。'
en switchyard/this-call-is-recorded 'To keep up the quality of our service, this call will be recorded.'
en switchyard/press-1-to-be-called-back 'To be called back later, press 1.'
en switchyard/nobody-can-serve-you 'We are sorry, nobody can serve you now. Please call again later. Good bye.'

# Four soft chords of six seconds: nobody else's work.
mkdir -p "$sounds/switchyard/music"
chord() { sox -n -r 8000 -c 1 "$scratch/$1.wav" synth 6 sine "$2" sine "$3" sine "$4" remix - fade t 1.5 6 1.5 gain -n -24; }
chord 1 196 246.94 293.66
chord 2 164.81 196 246.94
chord 3 130.81 164.81 196
chord 4 146.83 185 220
sox "$scratch/1.wav" "$scratch/2.wav" "$scratch/3.wav" "$scratch/4.wav" -t al "$sounds/switchyard/music/chords.alaw"

# A talk that may not be recorded is written here.
ln -sf /dev/null "$sounds/switchyard/unrecorded.wav"
echo "$made_by" >"$stamp"
